using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fibril.Platform.Access;

/// <summary>What an account is in its clinic; given by Practice, which knows staff members. Empty: signed in, but nobody's staff.</summary>
public delegate Task<IReadOnlyList<Claim>> ClaimsOfAccount(Guid accountId);

internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, ClaimsOfAccount claimsOf)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaims(await claimsOf(user.Id));
        return identity;
    }
}
