using Fibril.Platform.Access;

namespace Fibril.Pathway.Consents;

/// <summary>The person signs and withdraws; staff read, witness and countersign, and may take down a withdrawal told to them.</summary>
public sealed class ConsentPolicy : IPolicy
{
    /// <summary>Read, sign and withdraw one's own.</summary>
    public const string Own = "Consents.Own";

    public const string Read = "Consents.Read";

    public const string Witness = "Consents.Witness";

    public const string Countersign = "Consents.Countersign";

    /// <summary>Take down a withdrawal that was told in person or by phone: everybody who may hear it.</summary>
    public const string Withdraw = "Consents.Withdraw";

    private static readonly AccessRule Countersigners = AccessRule.Staff(Countersign, Role.Owner, Role.Practitioner);

    /// <summary>For a page that more people may read than may sign on.</summary>
    public static bool MayCountersign(Role role) => Countersigners.Roles.Contains(role);

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Patient(Own),
        AccessRule.AllStaff(Read),
        AccessRule.Staff(Witness, Role.Owner, Role.Practitioner, Role.Assistant),
        Countersigners,
        AccessRule.AllStaff(Withdraw),
    ];
}
