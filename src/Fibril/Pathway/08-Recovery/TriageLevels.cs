using Fibril.Platform.Ui;
using Level = Fibril.Protocol.TriageLevel;

namespace Fibril.Pathway.Recovery;

/// <summary>The levels of triage as they stand in rows and contracts, in order of urgency.</summary>
public static class TriageLevels
{
    private static readonly string[] Ordered = ["normal", "routine", "within-7-days", "within-72-hours", "same-day", "emergency"];

    /// <summary>Somebody must act today.</summary>
    public static IReadOnlyList<string> Urgent { get; } = [.. Ordered.Skip((int)Level.SameDay)];

    public static string Word(Level level) => Ordered[(int)level];

    public static Level Parse(string word) =>
        Array.IndexOf(Ordered, word) is >= 0 and var at ? (Level)at : throw new ArgumentException($"'{word}' is no level of triage.", nameof(word));

    public static bool IsUrgent(string word) => Parse(word) >= Level.SameDay;

    public static Tone ToneOf(string word) => Parse(word) switch
    {
        >= Level.SameDay => Tone.Alarm,
        > Level.Normal => Tone.Wait,
        _ => Tone.Good,
    };
}
