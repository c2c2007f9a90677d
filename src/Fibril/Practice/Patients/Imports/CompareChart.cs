using System.Globalization;
using Fibril.Platform.Data;
using Fibril.Practice.Patients.Search;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Patients.Imports;

/// <summary>Holds one chart against the clinic's records: who is it, and what is new. Reads only.</summary>
public sealed class CompareChart(ClinicDb db)
{
    /// <param name="asPatientId">Said by a reviewer: it is this person.</param>
    /// <param name="asNew">Said by a reviewer: it is nobody of ours.</param>
    public async Task<ChartComparison> Handle(Chart chart, Guid? asPatientId = null, bool asNew = false, CancellationToken stop = default)
    {
        if (chart.Person is not { } person || !chart.CanBeTaken)
        {
            return new(chart, null);
        }

        var alike = await AlikeAsync(person, stop);
        var ours = asPatientId is { } id ? await db.Patients.FirstOrDefaultAsync(p => p.Id == id && p.MergedIntoId == null, stop)
            : asNew ? null
            : await ByIdentifierAsync(person, stop) ?? alike.FirstOrDefault(p => IsSame(person, p));
        var lookalikes = alike.Where(p => p.Id != ours?.Id).ToList();
        return ours is null
            ? new(chart, null) { NewLines = chart.Lines, Lookalikes = lookalikes }
            : (await AgainstAsync(chart, ours, stop)) with { Lookalikes = lookalikes };
    }

    private async Task<ChartComparison> AgainstAsync(Chart chart, Patient ours, CancellationToken stop)
    {
        var entries = await db.ChartEntries.Where(e => e.PatientId == ours.Id).ToListAsync(stop);
        var left = entries.ToList();
        var (added, changed) = (new List<ChartLine>(), new List<ChangedLine>());
        foreach (var line in chart.Lines)
        {
            var entry = left.FirstOrDefault(e => line.SourceId.Length > 0 ? e.SourceId == line.SourceId : ChartWriter.Says(e, line));
            if (entry is null)
            {
                added.Add(line);
                continue;
            }

            left.Remove(entry);
            if (!ChartWriter.Says(entry, line))
            {
                changed.Add(new(entry, line));
            }
        }

        return new(chart, ours) { Fields = [.. FieldsOf(ours, chart.Person!)], NewLines = added, ChangedLines = changed, Missing = left };
    }

    private async Task<Patient?> ByIdentifierAsync(ChartPerson person, CancellationToken stop)
    {
        var grams = person.Identifiers.Select(PatientIndex.Of).ToList();
        var ids = await db.PatientGrams.Where(g => grams.Contains(g.Gram)).Select(g => g.PatientId).Distinct().ToListAsync(stop);
        var found = await db.Patients.Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(stop);
        var first = found.FirstOrDefault(p => p.MergedIntoId == null) ?? found.FirstOrDefault();
        while (first?.MergedIntoId is { } survivor)
        {
            first = await db.Patients.FirstOrDefaultAsync(p => p.Id == survivor, stop);
        }

        return first;
    }

    private async Task<IReadOnlyList<Patient>> AlikeAsync(ChartPerson person, CancellationToken stop)
    {
        var births = PatientRules.LikelyBirths(person.BornOn);
        var born = await db.Patients.Where(p => births.Contains(p.BornOn) && p.MergedIntoId == null).OrderBy(p => p.Id).ToListAsync(stop);
        return [.. born.Where(p => PatientRules.Compare(person.Name, person.BornOn, p.Name, p.BornOn) != Likeness.None)];
    }

    /// <summary>Same name and birth date, unless the same system numbers the two differently: then they are two people.</summary>
    private static bool IsSame(ChartPerson person, Patient patient) =>
        PatientRules.Compare(person.Name, person.BornOn, patient.Name, patient.BornOn) == Likeness.Same
        && !person.Identifiers.Any(i => patient.Identifiers.Any(o => o.System == i.System && o.Value != i.Value) && !patient.Identifiers.Contains(i));

    private static IEnumerable<FieldDifference> FieldsOf(Patient ours, ChartPerson theirs)
    {
        static string? Text(object? value) => value is null or "" or Sex.Unknown ? null : value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);
        (string Name, object? Ours, object? Theirs, Func<string, string> Folding)[] fields =
        [
            (nameof(Patient.GivenName), ours.GivenName, theirs.GivenName, Folded.Of),
            (nameof(Patient.FamilyName), ours.FamilyName, theirs.FamilyName, Folded.Of),
            (nameof(Patient.BornOn), ours.BornOn, theirs.BornOn, Folded.Of),
            (nameof(Patient.Sex), ours.Sex, theirs.Sex, Folded.Of),
            (nameof(Patient.Phone), ours.Phone, theirs.Phone, Folded.Digits),
            (nameof(Patient.Email), ours.Email, theirs.Email, t => t.Trim().ToLowerInvariant()),
            (nameof(Patient.Address), ours.Address, theirs.Address, Folded.Of),
            (nameof(Patient.Language), ours.Language, theirs.Language, t => t.Split('-')[0].ToLowerInvariant()),
            (nameof(Patient.DiedAt), ours.DiedAt is { } a ? DateOnly.FromDateTime(a) : null, theirs.DiedAt is { } b ? DateOnly.FromDateTime(b) : null, Folded.Of),
        ];
        return fields
            .Select(f => (f.Name, Ours: Text(f.Ours), Theirs: Text(f.Theirs), f.Folding))
            .Where(f => f.Theirs is not null && (f.Ours is null || f.Folding(f.Ours) != f.Folding(f.Theirs)))
            .Select(f => new FieldDifference(f.Name, f.Ours, f.Theirs))
            .Concat(NewIdentifiers(ours, theirs));
    }

    private static IEnumerable<FieldDifference> NewIdentifiers(Patient ours, ChartPerson theirs) =>
        theirs.Identifiers.Except(ours.Identifiers).Select(i => new FieldDifference($"{nameof(Patient.Identifiers)}: {i.System}", null, i.Value));
}
