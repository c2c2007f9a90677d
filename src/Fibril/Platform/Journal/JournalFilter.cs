namespace Fibril.Platform.Journal;

/// <summary>Which entries are wanted; null does not narrow.</summary>
/// <param name="From">First instant, UTC.</param>
/// <param name="Until">First instant after, UTC.</param>
/// <param name="Before">Entries with a lower number: the next page.</param>
public sealed record JournalFilter(
    IReadOnlyCollection<Guid>? Persons = null, Guid? ActorId = null, JournalKind? Kind = null, DateTime? From = null, DateTime? Until = null, long? Before = null)
{
    public IQueryable<JournalEntry> Of(IQueryable<JournalEntry> entries)
    {
        entries = Persons is { } persons ? entries.Where(e => e.PersonId != null && persons.Contains(e.PersonId.Value)) : entries;
        entries = ActorId is { } actor ? entries.Where(e => e.ActorId == actor) : entries;
        entries = Kind is { } kind ? entries.Where(e => e.Kind == kind) : entries;
        entries = From is { } from ? entries.Where(e => e.At >= from) : entries;
        entries = Until is { } until ? entries.Where(e => e.At < until) : entries;
        return (Before is { } before ? entries.Where(e => e.Sequence < before) : entries).OrderByDescending(e => e.Sequence);
    }
}
