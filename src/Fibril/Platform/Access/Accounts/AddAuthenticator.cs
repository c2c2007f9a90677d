using System.ComponentModel.DataAnnotations;
using System.Text;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Turns the second step on once the app has shown a right code.</summary>
public sealed class AddAuthenticator(OwnAccount own, UserManager<Account> users, SignInManager<Account> signIn)
{
    public const int RecoveryCodes = 10;

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the six digits that the app shows.")]
        public string? Code { get; set; }
    }

    /// <summary>Ten codes, shown now and never again.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The secret in groups of four, for typing; made the first time.</summary>
    public async Task<string> SecretAsync()
    {
        var account = await own.GetAsync();
        if (await users.GetAuthenticatorKeyAsync(account) is { Length: > 0 } key)
        {
            return key;
        }

        await users.ResetAuthenticatorKeyAsync(account);
        return (await users.GetAuthenticatorKeyAsync(account))!;
    }

    public async Task<FormResult> Handle(Input input)
    {
        var account = await own.GetAsync();
        var code = input.Code!.Replace(" ", "", StringComparison.Ordinal);
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, code))
        {
            return FormResult.Refuse("authenticator.code", "The code does not match. Look at the app again; check that the phone's clock is right.");
        }

        await users.SetTwoFactorEnabledAsync(account, true);
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];
        await signIn.RefreshSignInAsync(account);
        return FormResult.Stay;
    }

    /// <summary>What the app reads, drawn as an image that no policy of the page forbids.</summary>
    public static string QrImage(string email, string secret)
    {
        var uri = $"otpauth://totp/Fibril:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Fibril&digits=6";
        using var data = QRCodeGenerator.GenerateQrCode(uri, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(code.GetGraphic(5)));
    }
}
