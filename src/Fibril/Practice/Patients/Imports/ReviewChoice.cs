namespace Fibril.Practice.Patients.Imports;

/// <summary>What stands in the form for one file.</summary>
public sealed record ReviewChoice(string Take, string Who, IReadOnlySet<string> Theirs, string Seen)
{
    public const string In = "in";
    public const string Out = "out";
    public const string Later = "later";
    public const string Auto = "auto";
    public const string Nobody = "new";

    /// <summary>What is clean and undisputed is suggested; everything else waits for a hand.</summary>
    public static ReviewChoice Suggested(ReviewedFile file) => new(
        file.Comparison.Chart.IsClean && !file.Comparison.Conflicts.Any() && file.Comparison.Lookalikes.Count == 0 ? In : Later,
        Auto,
        new HashSet<string>(),
        file.Comparison.Fingerprint);

    public static ReviewChoice Of(IFormCollection form, Guid fileId) => new(
        form[$"take.{fileId}"].ToString() is In or Out ? form[$"take.{fileId}"].ToString() : Later,
        form[$"who.{fileId}"].ToString() is { Length: > 0 } who ? who : Auto,
        form[$"theirs.{fileId}"].OfType<string>().ToHashSet(StringComparer.Ordinal),
        form[$"seen.{fileId}"].ToString());

    public FileDecision Decision(Guid fileId) => new(
        fileId,
        Take switch { In => true, Out => false, _ => null },
        Guid.TryParse(Who, out var id) ? id : null,
        Who == Nobody,
        Theirs,
        Seen);
}
