using Fibril.Practice.Staff;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>Who may order a cream that has no label. Pure. Source: clinical base 4.4 (physician only).</summary>
public static class CreamOrderRules
{
    public static bool Orders(Profession profession) => profession is Profession.Physician or Profession.Dermatologist;

    /// <summary>A physician of this clinic whose credential holds on the day; its last day still counts.</summary>
    public static Decision MayOrder(StaffMember person, DateOnly on) => Decision.From(
    [
        .. Orders(person.Profession) && person.LeftAt is null ? Array.Empty<Reason>() : [new Reason("order-no-physician", $"{person.Name} is no physician of this clinic, and cannot order this cream.", "S81")],
        .. person.CredentialExpiresOn < on ? [new Reason("order-credential-expired", $"The credential of {person.Name} was valid until {person.CredentialExpiresOn:d MMMM yyyy}; somebody else orders this cream, or another cream is used.", "S81")] : Array.Empty<Reason>(),
    ]);
}
