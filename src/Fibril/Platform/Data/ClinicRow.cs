namespace Fibril.Platform.Data;

/// <summary>A row that one clinic owns. <see cref="ClinicId"/> leads its primary key and every index.</summary>
/// <remarks>Both ids are given when the row is added to the context, so that entities need neither clock nor chance.</remarks>
public abstract class ClinicRow : IClinicOwned
{
    public Guid ClinicId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Concurrency token: one more with every save.</summary>
    public int Version { get; private set; }

    /// <summary>Given once, by the context, when the row is added.</summary>
    internal void BelongTo(Guid clinicId, Guid freshId)
    {
        ClinicId = ClinicId == Guid.Empty ? clinicId : ClinicId;
        Id = Id == Guid.Empty ? IdFor(clinicId, freshId) : Id;
    }

    /// <summary>The key of a new row: a fresh one, unless the row is the clinic itself.</summary>
    private protected virtual Guid IdFor(Guid clinicId, Guid freshId) => freshId;
}

/// <summary>Anything that one clinic owns: reads see only the caller's clinic.</summary>
public interface IClinicOwned
{
    Guid ClinicId { get; }
}

/// <summary>A row about one person: its writes are filed under that person in the journal.</summary>
public interface IAboutPerson
{
    Guid PersonId { get; }
}
