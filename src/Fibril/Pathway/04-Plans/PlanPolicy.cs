using Fibril.Platform.Access;

namespace Fibril.Pathway.Plans;

/// <summary>Practitioners plan; the person agrees, or staff write down an agreement given in person.</summary>
public sealed class PlanPolicy : IPolicy
{
    /// <summary>Read one's own plan and agree to it.</summary>
    public const string Own = "Plans.Own";

    public const string Read = "Plans.Read";

    public const string Draft = "Plans.Draft";

    public const string RecordAgreement = "Plans.RecordAgreement";

    private static readonly AccessRule Drafters = AccessRule.Staff(Draft, Role.Owner, Role.Practitioner);

    /// <summary>For a page that more people may read than may change.</summary>
    public static bool MayDraft(Role? role) => role is { } held && Drafters.Roles.Contains(held);

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Patient(Own),
        AccessRule.AllStaff(Read),
        Drafters,
        AccessRule.Staff(RecordAgreement, Role.Owner, Role.Practitioner, Role.Assistant),
    ];
}
