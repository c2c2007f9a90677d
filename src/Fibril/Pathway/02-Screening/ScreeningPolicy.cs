using Fibril.Platform.Access;

namespace Fibril.Pathway.Screening;

/// <summary>Who sees a decision, who makes it anew, and who reviews it. What each profession may set aside is the rules' word.</summary>
public sealed class ScreeningPolicy : IPolicy
{
    public const string Read = "Screening.Read";
    public const string Run = "Screening.Run";
    public const string Review = "Screening.Review";
    public const string Mine = "Screening.Mine";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Read),
        AccessRule.AllStaff(Run),
        AccessRule.Staff(Review, Role.Owner, Role.Practitioner),
        AccessRule.Patient(Mine),
    ];
}
