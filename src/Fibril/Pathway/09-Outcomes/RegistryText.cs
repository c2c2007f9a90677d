using System.Globalization;
using Fibril.Platform.Cli;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary>The registry in words: for a terminal, and for whoever gets a file of it.</summary>
public static class RegistryText
{
    public const string TooFew = "Too few treated courses: every number would be about persons, so none is shown.";

    /// <summary>What the numbers mean; stands under them wherever they are shown.</summary>
    public static readonly IReadOnlyList<string> Definitions =
    [
        "A course counts when it has a signed session.",
        "Change: points on the main scale toward its better end, from the baseline to the latest rating. Median with a 95 percent interval by order statistics: exact, no distribution assumed. " +
        $"With fewer than {RegistryRules.Fewest} ratings it is too few to say; with five the interval is from the smallest to the largest and holds 93.8 percent.",
        $"Lost to follow-up: a look at the result was due more than {RegistryRules.GraceDays} days ago and none was held since the last session. Waiting: none held since, and none overdue for so long.",
$"Values with fewer than {RegistryRules.Fewest} courses stand under \"others together\", without the change. Where they add up to fewer than {RegistryRules.Fewest}, those courses are left out of every table, at most four for a property, so that nobody can work them out from the sums.",
        "People are not compared with others who were not treated: this shows what was seen, not what the treatment caused.",
    ];

    public static IEnumerable<string> Lines(string clinic, Registry registry)
    {
        if (registry.All is not { } all)
        {
            return [clinic, TooFew];
        }

        return
        [
            clinic,
            $"{Words.Count(all.Courses, "course")}, {Words.Count(all.Sessions, "session")}, {Words.Count(all.AdverseEvents, "adverse event")} ({PerSession(all)} a session)",
            $"Seen {all.Seen}, waiting {all.Waiting}, lost to follow-up {all.Lost}",
            .. registry.Tables.SelectMany(Table),
            "",
            .. Definitions,
        ];
    }

    /// <summary>Goes with every file: what it is, what was done to it, and each column.</summary>
    public static IEnumerable<string> Description(RegistryExport export) =>
    [
        "Registry of a needling clinic, de-identified",
        $"{Words.Count(export.Courses, "course")}, one a row; {Words.Count(export.MergedValues, "value")} merged. Rows: {export.Hash}",
        "",
        "No names, no days of the calendar, no numbers that lead back: the course number is drawn by lot for this file alone.",
        $"Every combination of zones, age, device, depth, phototype and indication is shared by at least {RegistryRules.Fewest} courses; where one was rarer, values say \"{ExportRules.Merged}\".",
        "CSV and Parquet carry the same rows. Keep the file as you would keep a record all the same: who knows a person's days may find them.",
        "",
        .. Definitions,
        "",
        "Columns",
        .. ExportRules.Columns.Select(c => $"  {c.Name} ({c.Type}): {c.Meaning}"),
    ];

    public static string Name(string by, RegistryRow row) => row.Name is not { } name ? "others together"
        : by == "Indication" ? ProtocolPack.Current.Indications.FirstOrDefault(i => i.Id == name)?.Name ?? name
        : name;

    public static string PerSession(RegistryRow row) => row.AdverseEventsPerSession.ToString("0.###", CultureInfo.InvariantCulture);

    public static string Gain(ScaleGain gain) => gain.Gain is { } g
        ? $"{CliValues.Text(g.Median)} points ({CliValues.Text(g.Low)} to {CliValues.Text(g.High)}{(g.Holds95 ? "" : ", smallest to largest")}), n = {g.N}"
        : "too few to say";

    public static string ScaleName(string scale) => ProtocolPack.Current.Scales.FirstOrDefault(s => s.Id == scale)?.Name ?? scale;

    private static IEnumerable<string> Table(RegistryTable table) =>
    [
        "",
        $"By {table.By.ToLowerInvariant()}",
        .. table.Rows.SelectMany(r => (IEnumerable<string>)
        [
            $"  {Name(table.By, r)}: {Words.Count(r.Courses, "course")}, {Words.Count(r.Sessions, "session")}, {PerSession(r)} adverse events a session; seen {r.Seen}, waiting {r.Waiting}, lost {r.Lost}",
            .. r.Gains.Select(g => $"    {ScaleName(g.Scale)}: {Gain(g)}"),
        ]),
    ];
}
