namespace Fibril.Protocol;

public sealed partial class ProtocolPack
{
    /// <summary>Course templates, one for each indication that has one.</summary>
    public IReadOnlyList<CourseTemplate> CourseTemplates => CourseSection.Templates;

    /// <summary>When a course without gain ends.</summary>
    public CourseStopRule CourseStopRule => CourseSection.StopRule;

    /// <summary>Days after the last session on which the outcome is judged; never earlier than the first of them.</summary>
    public IReadOnlyList<int> OutcomeVisitDays => CourseSection.OutcomeVisitDays;

    /// <summary>Other readings of the gap between sessions, shown beside the gap table.</summary>
    public IReadOnlyList<ContestedReading> ContestedIntervals => CourseSection.Contested;

    private CourseFile CourseSection => Section<CourseFile>("courses.yaml");

    /// <summary>The template of an indication; null when the knowledge base has none (scarring or unknown hair loss, alopecia areata).</summary>
    public CourseTemplate? CourseTemplate(string indication) => CourseTemplates.FirstOrDefault(t => t.Indication == indication);

    private sealed record CourseFile
    {
        public required IReadOnlyList<CourseTemplate> Templates { get; init; }

        public required CourseStopRule StopRule { get; init; }

        public required IReadOnlyList<int> OutcomeVisitDays { get; init; }

        public required IReadOnlyList<ContestedReading> Contested { get; init; }
    }
}
