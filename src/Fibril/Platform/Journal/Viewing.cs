using Fibril.Platform.Journal;

namespace Fibril.Platform.Data;

public abstract partial class ClinicDb
{
    private readonly HashSet<Guid> viewed = [];

    /// <summary>Notes that a person's record is being shown; written with the next save of this scope.</summary>
    public void NoteView(Guid personId) => viewed.Add(personId);

    /// <summary>Writes at once that a person's record was opened: reading leaves a trace like writing does.</summary>
    public Task ViewAsync(Act act, Guid personId, CancellationToken stop = default)
    {
        NoteView(personId);
        return SaveAsync(act with { Once = null }, stop);
    }

    internal IReadOnlyList<Guid> TakeViews()
    {
        var taken = viewed.ToList();
        viewed.Clear();
        return taken;
    }
}
