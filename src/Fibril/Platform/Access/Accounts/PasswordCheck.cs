using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Asks for the password again before a lock is changed.</summary>
public sealed class PasswordCheck(UserManager<Account> users, Attempts attempts)
{
    /// <summary>Null when it is right.</summary>
    public async Task<FormResult?> RefusalAsync(Account account, string password)
    {
        var attempt = attempts.On("password", Tickets.Fold(account.Email!), account.Id);
        if (await attempt.WaitAsync() is { Ticks: > 0 } wait)
        {
            return FormResult.Refuse("password.wait", Attempt.Sentence(wait));
        }

        if (!await users.CheckPasswordAsync(account, password))
        {
            await attempt.FailedAsync();
            return FormResult.Refuse("password.wrong", "This is not your password.");
        }

        return null;
    }

    public static FormResult Refuse(IdentityResult result) =>
        FormResult.Refuse("password.weak", string.Join(" ", result.Errors.Select(e => e.Description)));
}
