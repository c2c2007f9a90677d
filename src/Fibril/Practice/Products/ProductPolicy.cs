using Fibril.Platform.Access;

namespace Fibril.Practice.Products;

/// <summary>Everybody of the staff keeps the list of skin products but the front desk, which reads it.</summary>
public sealed class ProductPolicy : IPolicy
{
    public const string See = "Products.See";
    public const string Change = "Products.Change";

    public IEnumerable<AccessRule> Rules => [AccessRule.AllStaff(See), AccessRule.Staff(Change, Role.Owner, Role.Practitioner, Role.Assistant)];
}
