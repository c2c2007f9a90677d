namespace Fibril.Protocol;

/// <content>When a medicine is current, its last dose, and how long a procedure holds.</content>
internal sealed partial class Assessment
{
    /// <summary>
    /// The day of the last dose: as taken, or the planned last dose once it has come by the session, or today while no end
    /// is in sight. A planned dose still to come is no last dose; only C38 counts from one.
    /// </summary>
    public DateOnly LastDose =>
        Medicine is { Taking: true, PlannedLast: { } planned } && planned <= Day ? planned : DayOf(Medicine.LastTaken) ?? On;

    /// <summary>True when it counts as taken on the day of the session.</summary>
    public bool IsCurrent => (Medicine.Taking && !(Medicine.PlannedLast < Day)) || IsLeftOutForTheVisit;

    /// <summary>The day that the vocabulary gives for a procedure; null when it gives none.</summary>
    public DateOnly? EndOfHold => (DayOf(Procedure.On), procedures[at].Value) switch
    {
        ({ } on, { HoldDays: { } days }) => Later.Days(on, days),
        ({ } on, { HoldMonths: { } months }) => Later.Months(on, months),
        _ => null,
    };

    /// <summary>Days to wait in the zone after an earlier needling.</summary>
    public decimal GapSince => GapDays(ZoneAt, Procedure.DepthMm ?? decimal.MaxValue);

    /// <summary>True when the topical is on the allow-list for this plan.</summary>
    public bool IsTopicalAllowed => Topical.Allowed && (Topical.OnlyWithIndication is not { } only || Plan.Zones.Any(z => z.Indication == only));

    /// <summary>A blood thinner left out a few days ago may have been left out for this visit: it counts as taken.</summary>
    private bool IsLeftOutForTheVisit =>
        medicines[at].Rules.Meets(Index.Antithrombotic)
        && (Medicine.Id != "aspirin" || Medicine.Prescribed)
        && Later.Days(LastDose, Index.LeftOutDays) > Day;
}
