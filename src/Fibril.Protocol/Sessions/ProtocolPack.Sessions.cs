namespace Fibril.Protocol;

/// <content>What a session record chooses from, and the timeline of a visit.</content>
public sealed partial class ProtocolPack
{
    /// <summary>End points: none, erythema, pinpoint-bleeding.</summary>
    public IReadOnlyList<SessionWord> EndPoints => SessionSection.EndPoints;

    /// <summary>Directions of a pass.</summary>
    public IReadOnlyList<SessionWord> PassDirections => SessionSection.Directions;

    /// <summary>Usual passes by kind of device.</summary>
    public IReadOnlyList<UsualPasses> UsualPasses => SessionSection.Passes;

    /// <summary>Speed of the device over the skin.</summary>
    public GlideSpeed GlideSpeed => SessionSection.GlideSpeedCmPerSecond;

    /// <summary>Steps of a visit in order, minutes. Source: knowledge base 4.6.</summary>
    public IReadOnlyList<VisitStep> VisitTimeline => SessionSection.Timeline;

    internal IReadOnlyList<BookedDwell> BookedDwells => SessionSection.BookedDwell;

    private SessionFile SessionSection => Section<SessionFile>("sessions.yaml");

    /// <summary>Id of the default end point: redness up to 0.75 mm and without scars, fine pinpoint bleeding for deeper scars.</summary>
    public string DefaultEndPoint(decimal depthMm, string indication)
    {
        var defaults = SessionSection.EndPointDefaults;
        return depthMm > defaults.ErythemaUpToMm && defaults.ScarIndications.Contains(indication) ? "pinpoint-bleeding" : "erythema";
    }

    private sealed record SessionFile
    {
        public required IReadOnlyList<SessionWord> EndPoints { get; init; }

        public required EndPointDefaults EndPointDefaults { get; init; }

        public required IReadOnlyList<SessionWord> Directions { get; init; }

        public required IReadOnlyList<UsualPasses> Passes { get; init; }

        public required GlideSpeed GlideSpeedCmPerSecond { get; init; }

        public required IReadOnlyList<VisitStep> Timeline { get; init; }

        public required string TimelineGrade { get; init; }

        public required IReadOnlyList<BookedDwell> BookedDwell { get; init; }
    }
}
