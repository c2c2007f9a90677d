using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Passkeys of the signed-in person, and signing in with one. The browser's half is in <c>islands.js</c>.</summary>
public sealed class Passkeys(SignInManager<Account> signIn, UserManager<Account> users, OwnAccount own, ILogger<Passkeys> log)
{
    private const int Most = 20;
    private const int LongestName = 60;

    /// <summary>What the browser needs to make one: JSON for <c>navigator.credentials.create</c>.</summary>
    public async Task<string> CreationOptionsAsync()
    {
        var account = await own.GetAsync();
        return await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.Email! });
    }

    /// <summary>For <c>navigator.credentials.get</c>; names nobody, since the device knows whose passkey it holds.</summary>
    public Task<string> RequestOptionsAsync() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<FormResult> RegisterAsync(string? credential, string? name)
    {
        var account = await own.GetAsync();
        if ((await users.GetPasskeysAsync(account)).Count >= Most)
        {
            return FormResult.Refuse("passkey.many", $"{Most} passkeys are the most. Remove one that you no longer use.");
        }

        if (string.IsNullOrWhiteSpace(credential))
        {
            return FormResult.Refuse("passkey.none", "No passkey came from this device. Adding one needs JavaScript and a device with a lock.");
        }

        var made = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!made.Succeeded)
        {
            log.LogWarning(made.Failure, "A passkey was refused");
            return FormResult.Refuse("passkey.refused", "This device's passkey could not be checked. Try again, or use another device.");
        }

        made.Passkey.Name = name?.Trim() is { Length: > 0 } given ? given[..Math.Min(LongestName, given.Length)] : null;
        await users.AddOrUpdatePasskeyAsync(account, made.Passkey);
        return FormResult.Go("/account");
    }

    public async Task<FormResult> RemoveAsync(byte[] id)
    {
        await users.RemovePasskeyAsync(await own.GetAsync(), id);
        return FormResult.Go("/account");
    }

    public async Task<FormResult> SignInAsync(string? credential, string? from)
    {
        return await TrySignInAsync(credential)
            ? FormResult.Go(OwnPath.Of(from, "/staff"))
            : FormResult.Refuse("passkey.unknown", "This passkey is not known here. Sign in with your password and add it under Account.");
    }

    private async Task<bool> TrySignInAsync(string? credential)
    {
        try
        {
            return (await signIn.PasskeySignInAsync(credential ?? "")).Succeeded;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            log.LogWarning(e, "A passkey answer came without a question, or empty");
            return false;
        }
    }
}
