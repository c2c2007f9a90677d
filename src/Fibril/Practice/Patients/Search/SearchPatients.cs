using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Search;

public enum Show
{
    Everybody,

    /// <summary>Registered in the last 30 days.</summary>
    NewPeople,

    /// <summary>With chart lines that nobody has understood yet.</summary>
    UnreadCharts,
}

/// <summary>One page of people.</summary>
/// <param name="Total">How many there are in all; with <paramref name="IsMore"/> at least so many.</param>
public sealed record Found(IReadOnlyList<Patient> People, int Total, bool IsMore, int Page)
{
    public const int PageSize = 50;

    public int First => ((Page - 1) * PageSize) + 1;

    public int Last => First + People.Count - 1;

    public bool HasNext => Last < Total;
}

/// <summary>Finds people by any part of name, phone or birth date, in any order, with accents and slips forgiven.</summary>
public sealed class SearchPatients(ClinicDb db)
{
    /// <summary>Who is looked at closely; a search that fits more people than this is asked to be narrower.</summary>
    private const int MostCandidates = 500;

    /// <summary>A page beyond is typed by hand, and no database can count to its rows.</summary>
    private const int MostPages = 1_000_000;

    public async Task<Found> Handle(string? q, Show show, int page, DateTime now, CancellationToken stop = default)
    {
        page = Math.Clamp(page, 1, MostPages);
        var terms = SearchTerms.Parse(q ?? "");
        if (terms.Count == 0)
        {
            return string.IsNullOrWhiteSpace(q) ? await AllAsync(Shown(show, now), page, stop) : new([], 0, false, page);
        }

        var candidates = await CandidatesAsync(terms, stop);
        var people = await db.Patients.AsNoTracking().Where(p => candidates.Contains(p.Id)).ToListAsync(stop);
        var scored = people.Select(p => (Person: p, Score: SearchRules.Score(p, terms))).Where(s => s.Score > 0).ToList();
        var best = await StandingAsync(scored, show, now, stop);
        return new([.. best.Skip((page - 1) * Found.PageSize).Take(Found.PageSize)], best.Count, candidates.Count >= MostCandidates, page);
    }

    private static async Task<Found> AllAsync(IQueryable<Patient> people, int page, CancellationToken stop)
    {
        var total = await people.CountAsync(stop);
        var shown = await people.OrderBy(p => p.FamilyName).ThenBy(p => p.GivenName).ThenBy(p => p.Id)
            .Skip((page - 1) * Found.PageSize).Take(Found.PageSize).ToListAsync(stop);
        return new(shown, total, false, page);
    }

    private IQueryable<Patient> Shown(Show show, DateTime now)
    {
        var people = db.Patients.AsNoTracking().Where(p => p.MergedIntoId == null);
        var since = now.AddDays(-30);
        return show switch
        {
            Show.NewPeople => people.Where(p => p.RegisteredAt >= since),
            Show.UnreadCharts => people.Where(p => db.ChartEntries.Any(e => e.PatientId == p.Id && e.Trust == CodeTrust.None)),
            _ => people,
        };
    }

    private async Task<HashSet<Guid>> CandidatesAsync(IReadOnlyList<SearchTerm> terms, CancellationToken stop)
    {
        var words = terms.Select(t => t.Word).Where(w => w.Length > 0).ToList();
        var names = PatientIndex.OfNames(words.Concat(words.SelectMany(Swapped))).Distinct().ToList();
        var phones = terms.SelectMany(t => PatientIndex.OfDigits(t.Digits)).Distinct().ToList();
        var births = terms.SelectMany(t => t.Births).Distinct().ToList();
        var found = new HashSet<Guid>();
        foreach (var birth in births)
        {
            found.UnionWith(await BornAsync(birth, names, stop));
        }

        if (names.Count + phones.Count > 0)
        {
            found.UnionWith(await MostGramsAsync(db.PatientGrams, [.. names, .. phones], stop));
        }

        return found;
    }

    private async Task<List<Guid>> BornAsync(BirthPart birth, List<string> names, CancellationToken stop)
    {
        IQueryable<Patient> born = db.Patients;
        if (birth.Year is { } year)
        {
            var (from, to) = (new DateOnly(year, birth.Month ?? 1, 1), new DateOnly(year, birth.Month ?? 12, DateTime.DaysInMonth(year, birth.Month ?? 12)));
            born = birth.IsFull ? born.Where(p => p.BornOn == from.AddDays(birth.Day!.Value - 1)) : born.Where(p => p.BornOn >= from && p.BornOn <= to);
        }
        else
        {
            born = born.Where(p => p.BornOn.Month == birth.Month && p.BornOn.Day == birth.Day);
        }

        return birth.IsFull || names.Count == 0
            ? await born.OrderBy(p => p.FamilyName).ThenBy(p => p.Id).Select(p => p.Id).Take(MostCandidates).ToListAsync(stop)
            : await MostGramsAsync(from g in db.PatientGrams join p in born on g.PatientId equals p.Id select g, names, stop);
    }

    private static Task<List<Guid>> MostGramsAsync(IQueryable<PatientGram> all, List<string> grams, CancellationToken stop) =>
        all.Where(g => grams.Contains(g.Gram))
            .GroupBy(g => g.PatientId)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => g.Key)
            .Take(MostCandidates)
            .ToListAsync(stop);

    /// <summary>A short word with two neighbours swapped shares too few pieces with the right one: its swaps are looked for as well.</summary>
    private static IEnumerable<string> Swapped(string word) =>
        word.Length is < 3 or > 6 ? [] : Enumerable.Range(0, word.Length - 1).Select(i => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}");

    /// <summary>A merged record leads to the one that stands.</summary>
    private async Task<List<Patient>> StandingAsync(List<(Patient Person, double Score)> scored, Show show, DateTime now, CancellationToken stop)
    {
        var best = new Dictionary<Guid, double>();
        foreach (var (person, score) in scored)
        {
            var id = person.Id;
            for (var into = person.MergedIntoId; into is not null; into = await db.Patients.Where(p => p.Id == id).Select(p => p.MergedIntoId).FirstOrDefaultAsync(stop))
            {
                id = into.Value;
            }

            best[id] = Math.Max(score, best.GetValueOrDefault(id));
        }

        var ids = best.Keys.ToList();
        var people = await Shown(show, now).Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        return [.. people.OrderByDescending(p => best[p.Id]).ThenBy(p => p.FamilyName, StringComparer.Ordinal).ThenBy(p => p.GivenName, StringComparer.Ordinal).ThenBy(p => p.Id)];
    }
}
