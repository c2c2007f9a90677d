using System.Text.Json.Serialization;

namespace Fibril.Protocol;

/// <summary>How soon somebody must act. The order is the order of urgency.</summary>
public enum TriageLevel
{
    /// <summary>Expected at this time.</summary>
    Normal,

    /// <summary>Next working day.</summary>
    Routine,

    /// <summary>Within 7 days.</summary>
    [JsonStringEnumMemberName("within-7-days")]
    Within7Days,

    /// <summary>Within 72 hours.</summary>
    [JsonStringEnumMemberName("within-72-hours")]
    Within72Hours,

    /// <summary>The same day.</summary>
    SameDay,

    /// <summary>Now.</summary>
    Emergency,
}
