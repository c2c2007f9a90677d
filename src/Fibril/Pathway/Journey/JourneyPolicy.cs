using Fibril.Platform.Access;

namespace Fibril.Pathway.Journey;

/// <summary>Who sees the whole way: the board and a person's page are for all staff, the home page is the person's own.</summary>
public sealed class JourneyPolicy : IPolicy
{
    public const string Board = "Journey.Board";

    /// <summary>Move the rest of the day behind a delay.</summary>
    public const string Replan = "Journey.Replan";
    public const string Record = "Journey.Record";
    public const string History = "Journey.History";
    public const string Recall = "Journey.Recall";
    public const string Close = "Journey.Close";
    public const string Home = "Journey.Home";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(Board),
        AccessRule.AllStaff(Replan),
        AccessRule.AllStaff(Record),
        AccessRule.Staff(History, Role.Owner, Role.Practitioner),
        AccessRule.Staff(Recall, Role.Owner, Role.Practitioner, Role.Assistant),
        AccessRule.Staff(Close, Role.Owner, Role.Practitioner),
        AccessRule.Patient(Home),
    ];
}
