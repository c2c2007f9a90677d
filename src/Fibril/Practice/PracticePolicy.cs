using Fibril.Platform.Access;

namespace Fibril.Practice;

/// <summary>Everybody on the staff may see how the clinic is set up; the owner changes it.</summary>
public sealed class PracticePolicy : IPolicy
{
    public const string See = "Practice.See";
    public const string Change = "Practice.Change";
    public const string Journal = "Practice.Journal";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(See),
        AccessRule.Staff(Change, Role.Owner),
        AccessRule.Staff(Journal, Role.Owner),
    ];
}
