namespace Fibril.Protocol;

/// <content>When a medicine is current, and its last dose.</content>
internal sealed partial class Assessment
{
    private static readonly string[] AntithromboticRules = ["M05", "M06", "M07", "M08", "M09"];

    /// <summary>
    /// The day of the last dose: as taken, or the planned last dose once it lies before the session, or today while no end
    /// is in sight. A planned dose still to come is no last dose; only C38 counts from one.
    /// </summary>
    public DateOnly LastDose(MedicineFact medicine) =>
        medicine is { Taking: true, PlannedLast: { } planned } && planned < Day ? planned : DayOf(medicine.LastTaken) ?? file.On;

    /// <summary>True when it counts as taken on the day of the session.</summary>
    public bool IsCurrent(MedicineFact medicine) => IsTaken(medicine) || IsLeftOutForTheVisit(medicine);

    /// <summary>True when the last dose and that many days reach beyond the day of the session.</summary>
    public bool IsWithin(MedicineFact medicine, int days) => Later.Days(LastDose(medicine), days) > Day;

    private bool IsTaken(MedicineFact medicine) => medicine.Taking && !(medicine.PlannedLast < Day);

    /// <summary>A blood thinner left out a few days ago may have been left out for this visit: it counts as taken.</summary>
    private bool IsLeftOutForTheVisit(MedicineFact medicine) =>
        pack.Medicine(medicine.Id).Rules.Any(AntithromboticRules.Contains)
        && (medicine.Id != "aspirin" || medicine.Prescribed)
        && IsWithin(medicine, pack.Rule("C13").Whole("leftOutDays"));
}
