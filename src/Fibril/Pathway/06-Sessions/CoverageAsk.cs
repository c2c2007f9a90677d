using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>How a zone was needled, as far as the command line says; null = not given.</summary>
internal sealed record CoverageAsk
{
    /// <summary>A device of the pack that gives needles, strokes and drum.</summary>
    public string? Device { get; init; }

    public decimal? Needles { get; init; }

    public decimal? Hz { get; init; }

    public decimal? Speed { get; init; }

    public decimal? Tip { get; init; }

    public decimal? Seconds { get; init; }

    public decimal? Area { get; init; }

    public decimal? Drum { get; init; }

    public decimal? Width { get; init; }

    public decimal? NeedleMm { get; init; }

    public decimal? Passes { get; init; }

    /// <summary>Fills in what the named device gives.</summary>
    public CoverageAsk Completed(KnownDevice? known) => known is null ? this : this with
    {
        Needles = Needles ?? known.Needles,
        Hz = Hz ?? (decimal?)known.FrequencyHz,
        Drum = Drum ?? (decimal?)known.DrumCm,
        Width = Width ?? (decimal?)known.WidthCm,
    };

    /// <summary>What is missing, unknown or does not go together; empty when a density follows.</summary>
    public IEnumerable<string> Problems(CoverageRules rules)
    {
        var known = rules.Devices.FirstOrDefault(d => d.Id == Device);
        if (Device is not null && known is null)
        {
            yield return $"--device: \"{Device}\" is not known; there are {string.Join(", ", rules.Devices.Select(d => d.Id))}.";
            yield break;
        }

        var all = Completed(known);
        if (all.Needles is null)
        {
            yield return "--needles: how many needles? Give a whole number, or a --device that is known.";
        }

        foreach (var missing in all.IsRoller ? all.MissingOfRoller() : all.MissingOfPen())
        {
            yield return missing;
        }
    }

    public bool IsRoller => Drum is not null || Width is not null;

    public bool IsByTime => Seconds is not null || Area is not null;

    private IEnumerable<string> MissingOfRoller()
    {
        if (Hz is not null || Speed is not null || IsByTime)
        {
            yield return "--drum and --width are of a roller; --hz, --speed, --seconds and --area are of a pen. Give one or the other.";
        }

        foreach (var name in Absent((Drum, "--drum"), (Width, "--width")))
        {
            yield return $"{name}: is missing; a roller needs --drum and --width, in cm.";
        }
    }

    private IEnumerable<string> MissingOfPen()
    {
        if (IsByTime && Speed is not null)
        {
            yield return "--seconds and --area count by time, --speed by passes. Give one or the other.";
        }

        foreach (var name in IsByTime ? Absent((Hz, "--hz"), (Seconds, "--seconds"), (Area, "--area")) : Absent((Hz, "--hz"), (Speed, "--speed")))
        {
            yield return $"{name}: is missing; a pen needs --hz and --speed, or --hz, --seconds and --area; a roller --drum and --width.";
        }
    }

    private static IEnumerable<string> Absent(params (decimal? Value, string Name)[] wanted) => wanted.Where(w => w.Value is null).Select(w => w.Name);
}
