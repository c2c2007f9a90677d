using Fibril.Platform.Cli;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>What <c>fibril protocol check</c> answers.</summary>
/// <param name="Published">It is what was published under its version.</param>
/// <param name="Warnings">Rules past their day of review.</param>
internal sealed record PackAnswer(
    bool Clean, string? Id, string? Version, string? Hash, bool Published, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<PackProblem> Problems, IReadOnlyList<RuleDue> Warnings)
{
    public static PackAnswer Of(PackReport report) => new(
        report.IsClean, report.Header?.Id, report.Header?.Version, report.Hash, report is { IsClean: true, Unpublished: null }, report.Counts, report.Problems, [.. report.PastReview.Select(r => new RuleDue(r.Id, r.Title, r.ReviewOn))]);
}

/// <summary>A rule that waits for its review.</summary>
internal sealed record RuleDue(string Rule, string Title, DateOnly ReviewOn);

/// <summary>A checked pack, and two compared ones, as text for a terminal.</summary>
internal static class PackText
{
    public static IEnumerable<string> Check(PackFolder folder, PackReport report) =>
    [
        $"{Name(report)}: {State(report)}",
        .. report.Hash is { } hash ? [hash] : Array.Empty<string>(),
        .. report.Problems.Select(folder.Line),
        .. report.Counts.Count > 0 ? [string.Join(", ", report.Counts.Select(c => $"{c.Value} {Plain(c.Key)}"))] : Array.Empty<string>(),
        .. report.Unpublished is { } problem ? ["", $"Warning: {problem}"] : Array.Empty<string>(),
        .. report.PastReview.Count > 0 ? ["", "Warning: past their review; a clinician should look at them again"] : Array.Empty<string>(),
        .. report.PastReview.Select(r => $"  {r.Id} {r.Title}: due {CliValues.Text(r.ReviewOn)}"),
    ];

    public static IEnumerable<string> Difference(PackDifference difference) =>
    [
        difference.IsEqual
            ? "Equal"
            : $"Different: {Words.Count(difference.Added.Count, "rule")} added, {difference.Removed.Count} removed, {difference.Changed.Count} changed; {Words.Count(difference.Files.Count, "file")}",
        $"A {difference.BeforeHash}",
        $"B {difference.AfterHash}",
        .. difference.Added.Select(r => $"+ {r.Rule} {r.Title}"),
        .. difference.Removed.Select(r => $"- {r.Rule} {r.Title}"),
        .. difference.Changed.SelectMany(r => r.Fields.Select(f => $"    {f.Field}: {f.Before ?? "(none)"} -> {f.After ?? "(none)"}").Prepend($"~ {r.Rule} {r.Title}")),
        .. difference.Files.Count > 0 ? ["Files"] : Array.Empty<string>(),
        .. difference.Files.Select(f => $"  {f.File}: {f.Change}"),
    ];

    private static string Name(PackReport report) =>
        report.Header is { } header ? $"{header.Id} {header.Version}, published {CliValues.Text(header.PublishedOn)}" : "A protocol without a readable pack.yaml";

    private static string State(PackReport report) => report switch
    {
        { IsClean: false } => $"broken, {Words.Count(report.Problems.Count, "problem")}",
        { PastReview.Count: > 0 } => $"clean, {Words.Count(report.PastReview.Count, "rule")} past review",
        _ => "clean",
    };

    private static string Plain(string count) => string.Concat(count.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
}
