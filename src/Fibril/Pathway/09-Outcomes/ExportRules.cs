using System.Globalization;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>One course as it leaves the clinic: no name, no day of the calendar, no number that leads back.</summary>
/// <param name="Course">A number of this file alone, given by lot.</param>
/// <param name="SessionDays">Days after the first session, joined by "; ".</param>
/// <param name="Scale">Scale id; null without a rating, or where the indication is merged, since the scale would tell it.</param>
public sealed record ExportRow(
    int Course, string Indication, string Zones, string Device, string Depth, string Phototype, string Age, int Sessions, string SessionDays, int AdverseEvents,
    string FollowUp, string? Scale, decimal? Baseline, decimal? Value, int? ResultDay, decimal? Gain, string? Verdict);

/// <summary>A column of the file.</summary>
/// <param name="Type">As the database that writes the file names it.</param>
public sealed record ExportColumn(string Name, string Type, string Meaning, Func<ExportRow, object?> Of);

/// <summary>De-identified rows.</summary>
/// <param name="MergedValues">How many values were replaced by "merged".</param>
public sealed record ExportRows(IReadOnlyList<ExportRow> Rows, int MergedValues);

/// <summary>Takes out of the rows what could name a person.</summary>
public static class ExportRules
{
    public const string Merged = "merged";

    /// <summary>Every column, in order; the description that goes with each file is made of it.</summary>
    public static IReadOnlyList<ExportColumn> Columns { get; } =
    [
        new("course", "INTEGER", "Number of the course in this file alone, given by lot at each export.", r => r.Course),
        new("indication", "VARCHAR", "What it was for; several, unknown or merged.", r => r.Indication),
        new("zones", "VARCHAR", "Treated areas, joined by +; or merged.", r => r.Zones),
        new("device", "VARCHAR", "Kind of device; several, unknown or merged.", r => r.Device),
        new("depth", "VARCHAR", "Band of the deepest setting, mm; or merged.", r => r.Depth),
        new("phototype", "VARCHAR", "Fitzpatrick I to VI; unknown or merged.", r => r.Phototype),
        new("age", "VARCHAR", "Years at the first session, in groups of five; or merged.", r => r.Age),
        new("sessions", "INTEGER", "Signed sessions.", r => r.Sessions),
        new("session_days", "VARCHAR", "Day of each session, counted from the first.", r => r.SessionDays),
        new("adverse_events", "INTEGER", "Adverse events on record.", r => r.AdverseEvents),
        new("follow_up", "VARCHAR", "seen, waiting or lost.", r => r.FollowUp),
        new("scale", "VARCHAR", "Main scale; empty without a later rating, or where the indication is merged.", r => r.Scale),
        new("baseline", "DECIMAL(10,3)", "Score before the first session.", r => r.Baseline),
        new("value", "DECIMAL(10,3)", "Latest score.", r => r.Value),
        new("result_day", "INTEGER", "Day of the latest score, counted from the first session.", r => r.ResultDay),
        new("gain", "DECIMAL(10,3)", "Points toward the better end of the scale; negative = worse.", r => r.Gain),
        new("verdict", "VARCHAR", "better, worse or no-clear-change, against the error of the scale.", r => r.Verdict),
    ];

    public static Decision MayExport(int courses) => courses >= RegistryRules.Fewest
        ? Decision.Allow()
        : Decision.Refuse(new Reason("too-few", $"There are fewer than {RegistryRules.Fewest} treated courses. Rows about so few people would name them.", "clinic"));

    /// <summary>
    /// Rows in which every combination of zones, age, device, depth, phototype and indication is shared by at least <paramref name="fewest"/> courses.
    /// Where one is rarer, zones are merged first, then age, and so on, in its rows alone.
    /// </summary>
    /// <param name="courses">At least <paramref name="fewest"/>.</param>
    /// <param name="numbers">The numbers 1 to n in an order drawn by lot.</param>
    public static ExportRows Of(IReadOnlyList<RegistryCourse> courses, IReadOnlyList<int> numbers, int fewest = RegistryRules.Fewest)
    {
        // What outsiders could know of a person, in the order in which it is given up.
        List<string[]> known = [.. courses.Select(c => new[] { c.Zones, c.Age, c.Device, c.Depth, c.Phototype, c.Indication })];
        for (var column = 0; column < known[0].Length; column++)
        {
            foreach (var row in Groups(known).Where(g => g.Count() < fewest).SelectMany(g => g))
            {
                row[column] = Merged;
            }
        }

        // What is merged altogether may itself be too rare: then the smallest group goes with it.
        while (Groups(known).FirstOrDefault(g => g.Count() < fewest) is not null && Groups(known).Where(g => g.Count() >= fewest).MinBy(g => g.Count()) is { } smallest)
        {
            smallest.ToList().ForEach(row => Array.Fill(row, Merged));
        }

        return new([.. courses.Select((c, i) => Row(c, known[i], numbers[i])).OrderBy(r => r.Course)], known.Sum(row => row.Count(v => v == Merged)));
    }

    private static List<IGrouping<string, string[]>> Groups(List<string[]> rows) => [.. rows.GroupBy(r => string.Join('\n', r)).OrderBy(g => g.Key, StringComparer.Ordinal)];

    private static ExportRow Row(RegistryCourse course, string[] known, int number)
    {
        var scored = known[5] == Merged ? null : course.Result;
        return new(
            number, known[5], known[0], known[2], known[3], known[4], known[1], course.Sessions,
            string.Join("; ", course.SessionDays.Select(d => d.ToString(CultureInfo.InvariantCulture))),
            course.AdverseEvents, course.FollowUp.ToString().ToLowerInvariant(),
            scored?.Scale, scored?.Baseline, scored?.Value, scored?.Day, scored?.Gain, course.Result is { } result ? Word(result) : null);
    }

    private static string Word(CourseResult result) => result.Verdict switch
    {
        ChangeVerdict.Better => "better",
        ChangeVerdict.Worse => "worse",
        _ => "no-clear-change",
    };
}
