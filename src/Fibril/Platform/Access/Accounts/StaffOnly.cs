using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>An account lets in as long as its person works in a clinic; who has left stays out by every way of signing in.</summary>
internal sealed class StaffOnly(ClaimsOfAccount claimsOf) : IUserConfirmation<Account>
{
    public async Task<bool> IsConfirmedAsync(UserManager<Account> manager, Account user) => (await claimsOf(user.Id)).Count > 0;
}
