using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Journal;

/// <summary>Reads every clinic's chain from end to end, a page at a time, and reports each place where it does not hold.</summary>
public sealed class JournalCheck(ClinicDb db, JournalKey key)
{
    private const int PageSize = 1000;

    private readonly List<JournalFault> faults = [];
    private long entries;

    /// <param name="progress">Told how many entries were read so far.</param>
    public async Task<JournalReport> Handle(IProgress<long>? progress = null, CancellationToken stop = default)
    {
        var clinics = await ClinicsAsync(stop);
        foreach (var clinic in clinics)
        {
            await WalkAsync(clinic, progress, stop);
        }

        return new(clinics.Count, entries, faults);
    }

    private async Task WalkAsync(Guid clinic, IProgress<long>? progress, CancellationToken stop)
    {
        var walk = new ChainWalk(clinic, key);
        for (var from = long.MinValue; ;)
        {
            // Before the page: what others write meanwhile is on the page or beyond this end, and never missing before it.
            var head = await db.JournalHeads.IgnoreQueryFilters().AsNoTracking().FirstOrDefaultAsync(h => h.ClinicId == clinic, stop);
            var numbers = await Of(clinic).Where(e => e.Sequence > from).OrderBy(e => e.Sequence).Select(e => e.Sequence).Take(PageSize).ToListAsync(stop);
            if (numbers.Count == 0)
            {
                Add(walk.End(head));
                return;
            }

            await PageAsync(walk, clinic, from, numbers, stop);
            from = numbers[^1];
            entries += numbers.Count;
            progress?.Report(entries);
        }
    }

    private async Task PageAsync(ChainWalk walk, Guid clinic, long from, List<long> numbers, CancellationToken stop)
    {
        var to = numbers[^1];
        try
        {
            foreach (var entry in await Of(clinic).Where(e => e.Sequence > from && e.Sequence <= to).OrderBy(e => e.Sequence).ToListAsync(stop))
            {
                Add(walk.Step(entry));
            }
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            foreach (var number in numbers)
            {
                await OneAsync(walk, clinic, number, stop);
            }
        }
    }

    private async Task OneAsync(ChainWalk walk, Guid clinic, long number, CancellationToken stop)
    {
        try
        {
            Add(walk.Step(await Of(clinic).FirstAsync(e => e.Sequence == number, stop)));
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            Add(walk.Skip(number, await Of(clinic).Where(x => x.Sequence == number).Select(x => x.Hash).FirstAsync(stop)));
        }
    }

    /// <summary>A value that does not fit its column's type: an unknown word, half an id, a day that does not exist.</summary>
    private static bool IsUnreadable(Exception e) => e is FormatException or InvalidOperationException or ArgumentException or InvalidCastException;

    private IQueryable<JournalEntry> Of(Guid clinic) => db.JournalEntries.IgnoreQueryFilters().AsNoTracking().Where(e => e.ClinicId == clinic);

    /// <summary>Also clinics whose journal is gone altogether.</summary>
    private async Task<List<Guid>> ClinicsAsync(CancellationToken stop)
    {
        var found = await db.JournalHeads.IgnoreQueryFilters().Select(h => h.ClinicId).ToListAsync(stop);
        found.AddRange(await db.JournalEntries.IgnoreQueryFilters().Select(e => e.ClinicId).Distinct().ToListAsync(stop));
        found.AddRange(await db.Database.SqlQueryRaw<Guid>("select clinic_id as \"Value\" from clinic").ToListAsync(stop));
        return [.. found.Distinct().Order()];
    }

    private void Add(IEnumerable<JournalFault> more) => faults.AddRange(more.Take(JournalReport.MaxFaults - faults.Count));
}
