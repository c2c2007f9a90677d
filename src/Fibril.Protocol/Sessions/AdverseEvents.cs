namespace Fibril.Protocol;

/// <summary>A type of adverse event. Source: knowledge base R049, 6.3, 6.4.</summary>
public sealed record AdverseEventType
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Risk of the consent it belongs to; null when it is none of the patient's risks.</summary>
    public required string? Risk { get; init; }

    /// <summary>Triage flags that point to it.</summary>
    public required IReadOnlyList<string> Flags { get; init; }

    /// <summary>Earliest usual day after the session.</summary>
    public required int FromDay { get; init; }

    /// <summary>Latest usual day after the session.</summary>
    public required int ToDay { get; init; }

    /// <summary>Look for others with the same lot, device or kit.</summary>
    public required bool TraceLot { get; init; }

    /// <summary>Serious until somebody has judged otherwise.</summary>
    public bool Serious { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A duty or way to report. Laws change: a pointer, not legal advice. Source: knowledge base 9.2.</summary>
public sealed record ReportingDuty
{
    /// <summary>Country, <c>eu</c> or <c>any</c>.</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>Who reports.</summary>
    public required string Who { get; init; }

    /// <summary>What.</summary>
    public required string Event { get; init; }

    /// <summary>To whom.</summary>
    public required string To { get; init; }

    /// <summary>Within what time.</summary>
    public required string Within { get; init; }

    /// <summary>Which form.</summary>
    public required string Form { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <content>Adverse events.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Types of adverse event.</summary>
    public IReadOnlyList<AdverseEventType> AdverseEventTypes => AdverseEventSection.Types;

    /// <summary>Words for severity, mildest first.</summary>
    public IReadOnlyList<string> AdverseEventSeverities => AdverseEventSection.Severities;

    /// <summary>Words for seriousness; all but the last make an event serious.</summary>
    public IReadOnlyList<string> AdverseEventSeriousness => AdverseEventSection.Seriousness;

    /// <summary>Words for causality.</summary>
    public IReadOnlyList<string> AdverseEventCausalities => AdverseEventSection.Causalities;

    /// <summary>Words for the outcome.</summary>
    public IReadOnlyList<string> AdverseEventOutcomes => AdverseEventSection.Outcomes;

    /// <summary>Where to report.</summary>
    public IReadOnlyList<ReportingDuty> ReportingDuties => AdverseEventSection.Reporting;

    private AdverseEventFile AdverseEventSection => Section<AdverseEventFile>("adverse-events.yaml");

    private sealed record AdverseEventFile
    {
        public required IReadOnlyList<AdverseEventType> Types { get; init; }

        public required IReadOnlyList<string> Severities { get; init; }

        public required IReadOnlyList<string> Seriousness { get; init; }

        public required IReadOnlyList<string> Causalities { get; init; }

        public required IReadOnlyList<string> Outcomes { get; init; }

        public required IReadOnlyList<ReportingDuty> Reporting { get; init; }
    }
}
