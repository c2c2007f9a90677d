using System.Text.Json;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Fibril.Platform.Journal;

/// <summary>Adds one entry to the chain, inside the writer's turn of <see cref="ClinicDb.SaveAsync"/>.</summary>
internal sealed class JournalWriter(ClinicDb db)
{
    private const int LongestValue = 2000;
    private readonly JournalKey key = db.GetService<JournalKey>();

    /// <summary>Rows of the machinery: they are not part of anybody's record, and a key in the journal could never be destroyed.</summary>
    private static readonly HashSet<Type> Silent = [typeof(Submission), typeof(Jobs.OutboxFact), typeof(Files.FileKey), typeof(Files.ClinicKey)];

    public async Task AppendAsync(Act act, CancellationToken stop)
    {
        var changes = db.ChangeTracker.Entries<ClinicRow>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !Silent.Contains(e.Entity.GetType()))
            .ToList();
        var views = db.TakeViews();
        var head = await HeadAsync(stop);

        foreach (var person in views)
        {
            Append(head, act, JournalKind.View, person, "[]");
        }

        if (changes.Count > 0)
        {
            var person = act.PersonId ?? changes.Select(e => e.Entity).OfType<IAboutPerson>().FirstOrDefault()?.PersonId;
            Append(head, act, JournalKind.Write, person, JsonSerializer.Serialize(changes.Select(Describe), Columns.Json));
        }
    }

    /// <summary>The head as it stands now: what this context read for an earlier save may be old, because others wrote since.</summary>
    private async Task<JournalHead> HeadAsync(CancellationToken stop)
    {
        var known = db.JournalHeads.Local.FirstOrDefault(h => h.ClinicId == db.ClinicId);
        if (known is not null)
        {
            await db.Entry(known).ReloadAsync(stop);
        }

        if (await db.JournalHeads.FirstOrDefaultAsync(h => h.ClinicId == db.ClinicId, stop) is { } head)
        {
            return head;
        }

        var first = new JournalHead { ClinicId = db.ClinicId };
        db.Add(first);
        return first;
    }

    private void Append(JournalHead head, Act act, JournalKind kind, Guid? person, string changes)
    {
        var entry = new JournalEntry
        {
            ClinicId = db.ClinicId,
            Sequence = head.Sequence + 1,
            Kind = kind,
            At = act.At,
            ActorKind = act.Who.Kind,
            ActorId = act.Who.Id,
            ActorName = act.Who.Name,
            Verb = act.Verb,
            Why = act.Why,
            PersonId = person,
            Changes = changes,
            PreviousHash = head.Hash,
        }.Sealed(key);
        db.Add(entry);
        head.MoveTo(entry, key);
    }

    private static object Describe(EntityEntry<ClinicRow> entry) => new
    {
        Row = entry.Metadata.ClrType.Name,
        entry.Entity.Id,
        Change = entry.State.ToString(),
        Values = entry.Properties
            .Where(p => p.Metadata.Name is not (nameof(ClinicRow.ClinicId) or nameof(ClinicRow.Id) or nameof(ClinicRow.Version)))
            .Where(p => entry.State is not EntityState.Modified || p.IsModified)
            .ToDictionary(p => p.Metadata.Name, p => entry.State switch
            {
                EntityState.Modified => new[] { Shown(p.OriginalValue), Shown(p.CurrentValue) },
                EntityState.Deleted => [Shown(p.OriginalValue)],
                _ => [Shown(p.CurrentValue)],
            }),
    };

    private static object? Shown(object? value) => value is string { Length: > LongestValue } text ? text[..LongestValue] + "…" : value;
}
