namespace Fibril.Protocol;

/// <summary>Sex as the rules need it: only <c>male</c> spares the questions on pregnancy and breastfeeding.</summary>
public enum Sex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Other.</summary>
    Other,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>Kind of device.</summary>
public enum DeviceKind
{
    /// <summary>Motor pen.</summary>
    Pen,

    /// <summary>Roller.</summary>
    Roller,

    /// <summary>Stamp.</summary>
    Stamp,
}

/// <summary>Energy the needles carry.</summary>
public enum Energy
{
    /// <summary>None: mechanical.</summary>
    None,

    /// <summary>Radiofrequency: another protocol.</summary>
    Rf,
}

/// <summary>What the device is labelled for.</summary>
public enum DeviceLabel
{
    /// <summary>Labelled for adults of 22 years and more, for named uses.</summary>
    FdaMicroneedling,

    /// <summary>Medical device of the European Union.</summary>
    CeMedical,

    /// <summary>No labelled age or list known.</summary>
    None,
}

/// <summary>Material of the needles; not given = steel.</summary>
public enum NeedleMaterial
{
    /// <summary>Stainless steel.</summary>
    Steel,

    /// <summary>Titanium.</summary>
    Titanium,

    /// <summary>Another material.</summary>
    Other,
}

/// <summary>Where a condition stands.</summary>
public enum ConditionStatus
{
    /// <summary>There now.</summary>
    Active,

    /// <summary>The patient had it; not there now.</summary>
    History,

    /// <summary>Only a blood relative; keloid only.</summary>
    Family,
}

/// <summary>Complications of diabetes.</summary>
public enum DiabetesComplication
{
    /// <summary>Nerves.</summary>
    Neuropathy,

    /// <summary>Vessels.</summary>
    Vasculopathy,

    /// <summary>Ulcer of the foot.</summary>
    FootUlcer,

    /// <summary>Ketosis.</summary>
    Ketosis,
}

/// <summary>What a medicine is taken for.</summary>
public enum MedicineIndication
{
    /// <summary>An infection.</summary>
    Infection,

    /// <summary>Acne.</summary>
    Acne,

    /// <summary>Rosacea.</summary>
    Rosacea,

    /// <summary>Herpes.</summary>
    Herpes,

    /// <summary>Pain.</summary>
    Pain,

    /// <summary>The heart.</summary>
    Heart,

    /// <summary>Preventing clots.</summary>
    ClotPrevention,

    /// <summary>An autoimmune disease.</summary>
    Autoimmune,

    /// <summary>Cancer.</summary>
    Cancer,

    /// <summary>Mood.</summary>
    Mood,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Result of the screen for body-dysmorphic concern.</summary>
public enum BddResult
{
    /// <summary>No concern.</summary>
    Negative,

    /// <summary>Between.</summary>
    Borderline,

    /// <summary>Concern.</summary>
    Positive,

    /// <summary>Not screened; leaves the question open.</summary>
    NotDone,
}

/// <summary>A physician's look at a pigmented spot.</summary>
public enum LesionCheck
{
    /// <summary>Benign.</summary>
    Benign,

    /// <summary>Suspicious.</summary>
    Suspicious,

    /// <summary>Not looked at.</summary>
    NotDone,
}

/// <summary>Pregnancy on the day of assessment.</summary>
public enum PregnancyStatus
{
    /// <summary>Not pregnant.</summary>
    No,

    /// <summary>Pregnant.</summary>
    Pregnant,

    /// <summary>Cannot be ruled out; an answer, not a gap.</summary>
    Possible,

    /// <summary>Does not apply.</summary>
    NotApplicable,
}

/// <summary>Breastfeeding on the day of assessment.</summary>
public enum BreastfeedingStatus
{
    /// <summary>No.</summary>
    No,

    /// <summary>Yes.</summary>
    Yes,
}
