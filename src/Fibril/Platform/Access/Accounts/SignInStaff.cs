using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Mail and password. The answer, and the time it takes, are the same for accounts that do not exist.</summary>
public sealed class SignInStaff(SignInManager<Account> signIn, UserManager<Account> users, Attempts attempts, KnownDevices devices, ILogger<SignInStaff> log)
{
    /// <summary>Verified in place of a password that is not there, so that it costs the same time.</summary>
    private static readonly string NobodysHash = new PasswordHasher<Account>().HashPassword(new Account(), "nobody's password");

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter your mail address."), EmailAddress(ErrorMessage = "This is not a mail address.")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Enter your password.")]
        public string? Password { get; set; }
    }

    public async Task<FormResult> Handle(Input input, string? from)
    {
        var email = Tickets.Fold(input.Email!);
        var account = await users.FindByEmailAsync(email);
        var attempt = attempts.On("password", email, account?.Id);
        if (await attempt.WaitAsync() is { Ticks: > 0 } wait)
        {
            return FormResult.Refuse("sign-in.wait", Attempt.Sentence(wait));
        }

        var result = await TryAsync(account, input.Password!);
        if (result.RequiresTwoFactor)
        {
            return FormResult.Go($"/sign-in/code?from={Uri.EscapeDataString(OwnPath.Of(from, "/staff"))}");
        }

        if (!result.Succeeded)
        {
            await attempt.FailedAsync();
            log.LogWarning("Sign-in failed");
            return FormResult.Refuse("sign-in.wrong", "Mail address and password do not belong together.");
        }

        await attempt.SucceededAsync();
        devices.Remember(account!.Id);
        log.LogInformation("Account {Account} signed in by password", account.Id);
        return FormResult.Go(OwnPath.Of(from, "/staff"));
    }

    private async Task<SignInResult> TryAsync(Account? account, string password)
    {
        if (account is null || !await signIn.CanSignInAsync(account))
        {
            users.PasswordHasher.VerifyHashedPassword(new Account(), NobodysHash, password);
            return SignInResult.Failed;
        }

        return await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: false);
    }
}
