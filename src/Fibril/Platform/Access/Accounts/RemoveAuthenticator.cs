using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Turns the second step off and forgets its secret.</summary>
public sealed class RemoveAuthenticator(OwnAccount own, UserManager<Account> users, SignInManager<Account> signIn, PasswordCheck check)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        var account = await own.GetAsync();
        if (await check.RefusalAsync(account, input.Password!) is { } refusal)
        {
            return refusal;
        }

        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
        return FormResult.Go("/account");
    }
}
