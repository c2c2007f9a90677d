using Fibril.Platform.Access;

namespace Fibril.Pathway.Outcomes;

/// <summary>All staff see results; those who examine hold the visits and rate photographs; the registry is the owner's. The person sees the own progress.</summary>
public sealed class OutcomePolicy : IPolicy
{
    public const string Read = "Outcomes.Read";
    public const string Hold = "Outcomes.Hold";

    /// <summary>Hands photographs over for teaching or publication.</summary>
    public const string TakeOut = "Outcomes.TakeOut";
    public const string Rate = "Outcomes.Rate";
    public const string Registry = "Outcomes.Registry";
    public const string Mine = "Outcomes.Mine";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Read),
        AccessRule.Staff(Hold, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(TakeOut, Role.Owner, Role.Practitioner),
        AccessRule.Staff(Rate, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Registry, Role.Owner),
        AccessRule.Patient(Mine),
    ];
}
