namespace Fibril.Platform.Access.Accounts;

public sealed class AccountPolicy : IPolicy
{
    /// <summary>One's own sign-in: password, second factor, passkeys.</summary>
    public const string Own = "Accounts.Own";

    public IEnumerable<AccessRule> Rules => [AccessRule.AllStaff(Own)];
}
