namespace Fibril.Protocol;

/// <summary>One dated line of a patient's aftercare sheet.</summary>
/// <param name="Id">A01 to A18.</param>
/// <param name="FromOn">First day in force.</param>
/// <param name="ToOn">First day no longer in force: the row holds while FromOn ≤ day &lt; ToOn.</param>
/// <param name="FromAt">Where hours count: from this local time on; else null and the day counts.</param>
/// <param name="ToAt">Where hours count: until this local time; else null.</param>
/// <param name="Do">What to do, for the patient.</param>
/// <param name="Why">Why, for the patient.</param>
/// <param name="Also">More sentences that apply to this patient.</param>
/// <param name="OnlyOnQuietSkin">Holds only while the skin is not red.</param>
/// <param name="CheckOn">Days on which the patient looks and sends a photo (A18).</param>
/// <param name="Grade">Grade of the knowledge base.</param>
/// <param name="Sources">Source ids of the knowledge base.</param>
public sealed record AftercareRow(
    string Id,
    DateOnly FromOn,
    DateOnly ToOn,
    DateTime? FromAt,
    DateTime? ToAt,
    string Do,
    string Why,
    IReadOnlyList<string> Also,
    bool OnlyOnQuietSkin,
    IReadOnlyList<DateOnly> CheckOn,
    string Grade,
    IReadOnlyList<string> Sources)
{
    /// <summary>Last day in force.</summary>
    public DateOnly LastOn => ToOn.AddDays(-1);

    /// <summary>True on the days on which the row holds.</summary>
    public bool InForceOn(DateOnly day) => IsInForce(FromOn, ToOn, day);

    /// <summary>From its first day, until the day before it ends.</summary>
    public static bool IsInForce(DateOnly from, DateOnly to, DateOnly day) => from <= day && day < to;
}

/// <summary>One line of the resume calendar: what may start again, and when.</summary>
/// <param name="Id">Stable id, such as <c>retinoids</c>.</param>
/// <param name="What">What may start again, for the patient.</param>
/// <param name="FromOn">First day on which it may.</param>
/// <param name="FromAt">Where hours count: the local time; else null.</param>
/// <param name="RequiresQuietSkin">The date alone is not enough: no redness and no peeling besides.</param>
/// <param name="Row">Aftercare row it ends.</param>
/// <param name="Grade">Grade of that row.</param>
/// <param name="Sources">Sources of that row.</param>
public sealed record ResumeItem(
    string Id, string What, DateOnly FromOn, DateTime? FromAt, bool RequiresQuietSkin, string Row, string Grade, IReadOnlyList<string> Sources);
