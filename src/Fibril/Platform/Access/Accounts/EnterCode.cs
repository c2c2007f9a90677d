using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>The second step: six digits of the authenticator, or one of the recovery codes.</summary>
public sealed class EnterCode(SignInManager<Account> signIn, UserManager<Account> users, Attempts attempts, Tickets tickets, KnownDevices devices, ILogger<EnterCode> log)
{
    private static readonly TimeSpan CodeRemembered = TimeSpan.FromDays(1);

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the code.")]
        public string? Code { get; set; }
    }

    public async Task<FormResult> Handle(Input input, string? from)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return FormResult.Go("/sign-in");
        }

        var attempt = attempts.On("code", account.Id.ToString("N"), account.Id);
        if (await attempt.WaitAsync() is { Ticks: > 0 } wait)
        {
            return FormResult.Refuse("sign-in.wait", Attempt.Sentence(wait));
        }

        if (!(await TryAsync(account, input.Code!.Replace(" ", "", StringComparison.Ordinal))).Succeeded)
        {
            await attempt.FailedAsync();
            return FormResult.Refuse("sign-in.code", "This code is wrong, too old or was used before. Wait for the next one.");
        }

        await attempt.SucceededAsync();
        devices.Remember(account.Id);
        log.LogInformation("Account {Account} signed in with a second step", account.Id);
        return FormResult.Go(OwnPath.Of(from, "/staff"));
    }

    private async Task<SignInResult> TryAsync(Account account, string code)
    {
        if (code.Length != 6 || !code.All(char.IsAsciiDigit))
        {
            return await signIn.TwoFactorRecoveryCodeSignInAsync(code.ToUpperInvariant());
        }

        var right = await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, code);
        var day = DateOnly.FromDateTime(tickets.Now).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return right && await tickets.TakeOnceAsync($"totp:{account.Id:N}:{day}:{code}", CodeRemembered)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : SignInResult.Failed;
    }
}
