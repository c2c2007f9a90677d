namespace Fibril.Protocol;

/// <summary>Who may pause something for a session.</summary>
public enum HoldWho
{
    /// <summary>The patient may pause it alone.</summary>
    PatientMayPause,

    /// <summary>Only the prescriber: the patient is told not to change it, and no date is given.</summary>
    PrescriberOnly,

    /// <summary>A clinician decides first.</summary>
    Clinician,
}

/// <summary>Something the patient uses, takes or has planned.</summary>
/// <param name="Id">Id of the vocabulary: a medicine, product or procedure; besides <c>sun</c>, <c>tanning-bed</c>, <c>self-tan</c>, <c>alcohol</c>.</param>
/// <param name="Prescribed">A doctor ordered it; null when not known, which is the careful reading.</param>
/// <param name="Title">Its name for this patient; null takes the subject of the hold.</param>
public sealed record HeldItem(string Id, bool? Prescribed = null, string? Title = null);

/// <summary>One hold with its dates around one session.</summary>
/// <param name="Id">Rule id, such as <c>M13</c>; with a suffix where one rule has several lengths.</param>
/// <param name="Subject">What it is about, for the patient.</param>
/// <param name="LastDayBefore">Last day on which it may be used before the session; null = no date is asked for or given.</param>
/// <param name="FirstDayAfter">First day on which it may start again; null = no date is asked for or given.</param>
/// <param name="QuietSkinAfter">The date after the session is not enough: no redness and no peeling besides.</param>
/// <param name="Who">Who may pause it.</param>
/// <param name="Text">For the patient. For <see cref="HoldWho.PrescriberOnly"/> always the one sentence of rule M-RX.</param>
/// <param name="Standing">Shown to everybody, whatever is known.</param>
/// <param name="Grade">Grade of the knowledge base; X and D are a default of the clinic, not proven.</param>
/// <param name="Sources">Source ids of the knowledge base.</param>
public sealed record Hold(
    string Id,
    string Subject,
    DateOnly? LastDayBefore,
    DateOnly? FirstDayAfter,
    bool QuietSkinAfter,
    HoldWho Who,
    string Text,
    bool Standing,
    string Grade,
    IReadOnlyList<string> Sources);
