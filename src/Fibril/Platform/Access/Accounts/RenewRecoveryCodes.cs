using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Ten new recovery codes; the old ones are worth nothing.</summary>
public sealed class RenewRecoveryCodes(OwnAccount own, UserManager<Account> users, PasswordCheck check)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task<FormResult> Handle(Input input)
    {
        var account = await own.GetAsync();
        if (await check.RefusalAsync(account, input.Password!) is { } refusal)
        {
            return refusal;
        }

        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, AddAuthenticator.RecoveryCodes) ?? []];
        return FormResult.Stay;
    }
}
