using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>The account of the person who is signed in.</summary>
public sealed class OwnAccount(UserManager<Account> users, IHttpContextAccessor accessor)
{
    /// <exception cref="InvalidOperationException">The account was removed while its person was signed in.</exception>
    public async Task<Account> GetAsync() =>
        await users.GetUserAsync(accessor.HttpContext!.User) ?? throw new InvalidOperationException("This sign-in has no account any more.");
}
