using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>A new password for the old one. Every other session of the account ends.</summary>
public sealed class ChangePassword(OwnAccount own, UserManager<Account> users, SignInManager<Account> signIn, PasswordCheck check)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your present password.")]
        public string? Present { get; set; }

        [Required(ErrorMessage = "Enter a new password.")]
        public string? New { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        var account = await own.GetAsync();
        if (await check.RefusalAsync(account, input.Present!) is { } refusal)
        {
            return refusal;
        }

        var result = await users.ChangePasswordAsync(account, input.Present!, input.New!);
        if (!result.Succeeded)
        {
            return PasswordCheck.Refuse(result);
        }

        await signIn.RefreshSignInAsync(account);
        return FormResult.Go("/account");
    }
}
