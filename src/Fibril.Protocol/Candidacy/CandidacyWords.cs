namespace Fibril.Protocol;

/// <summary>What one finding does. The order is the order of strictness.</summary>
public enum FindingEffect
{
    /// <summary>Good to know; changes nothing.</summary>
    Note,

    /// <summary>Treat, with this precaution.</summary>
    Precaution,

    /// <summary>Wait: until a date, or until something has happened.</summary>
    Defer,

    /// <summary>A physician decides and signs before booking.</summary>
    PhysicianReview,

    /// <summary>Not this treatment here.</summary>
    DoNotTreat,
}

/// <summary>The answer for a zone or a plan. The order is the order of strictness.</summary>
public enum CandidacyOutcome
{
    /// <summary>Nothing above a note.</summary>
    Proceed,

    /// <summary>Treat, with every precaution listed.</summary>
    ProceedWithPrecautions,

    /// <summary>Wait.</summary>
    Defer,

    /// <summary>A physician decides first.</summary>
    PhysicianReview,

    /// <summary>Do not treat.</summary>
    DoNotTreat,
}

/// <summary>How far a finding reaches.</summary>
public enum RuleScope
{
    /// <summary>The zones it names.</summary>
    Zone,

    /// <summary>The whole visit.</summary>
    Session,

    /// <summary>The person.</summary>
    Patient,
}

/// <summary>Who may go ahead in spite of a finding, with name, reason and time on record.</summary>
public enum Overrider
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>A practitioner, and any physician.</summary>
    Practitioner,

    /// <summary>Any physician.</summary>
    Physician,

    /// <summary>A dermatologist.</summary>
    Dermatologist,
}

/// <summary>What the number or the hold of a rule rests on.</summary>
public enum RuleBasis
{
    /// <summary>A label, a guideline or a trial.</summary>
    Evidence,

    /// <summary>A convention or a default of the clinic, editable; never shown as proven.</summary>
    Default,
}
