using Fibril.Platform.Access;

namespace Fibril.Practice.Stock;

public sealed class StockPolicy : IPolicy
{
    public const string See = "Stock.See";
    public const string Receive = "Stock.Receive";

    /// <summary>Sets a lot aside, releases it, recalls it.</summary>
    public const string Judge = "Stock.Judge";

    /// <summary>Which products the clinic keeps.</summary>
    public const string Change = "Stock.Change";

    public IEnumerable<AccessRule> Rules =>
    [
        AccessRule.AllStaff(See),
        AccessRule.AllStaff(Receive),
        AccessRule.Staff(Judge, Role.Owner, Role.Practitioner),
        AccessRule.Staff(Change, Role.Owner),
    ];
}
