namespace Fibril.Platform.Data;

/// <summary>A row that one clinic owns. <see cref="ClinicId"/> leads its primary key and every index.</summary>
/// <remarks>Both ids are given when the row is added to the context, so that entities need neither clock nor chance.</remarks>
public abstract class ClinicRow : IClinicOwned
{
    public Guid ClinicId { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>Concurrency token: one more with every save.</summary>
    public int Version { get; private set; }
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
