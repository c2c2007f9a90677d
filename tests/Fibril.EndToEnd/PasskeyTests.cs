using System.Text.Json;
using Fibril.EndToEnd.Support;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>Passkeys with Chromium's own virtual authenticator in place of a device.</summary>
public class PasskeyTests(RunningClinic clinic)
{
    [Fact]
    public async Task Colleague_adds_a_passkey_and_signs_in_with_it_alone_until_it_is_removed()
    {
        await using var colleague = await clinic.OpenAsync();
        var device = await colleague.Page.Context.NewCDPSessionAsync(colleague.Page);
        var authenticator = await PlugInAsync(device);
        await colleague.SignInAsync("practitioner");
        await colleague.GoAsync("/account");
        await colleague.FillAsync("Name of this device", "Clinic tablet");
        await colleague.PressAsync("Add a passkey");
        await colleague.ReadsAsync("Clinic tablet");
        Assert.Empty(await colleague.FaultsAsync());

        await colleague.PressAsync("Sign out");
        await colleague.GoAsync("/sign-in");
        await colleague.PressAsync("Sign in with a passkey");
        await colleague.ReadsAsync("Today");

        await colleague.GoAsync("/account");
        await colleague.PressAsync("Remove");
        await colleague.PressAsync("Sign out");
        await colleague.GoAsync("/sign-in");
        await colleague.PressAsync("Sign in with a passkey");
        await colleague.ReadsAsync("This passkey is not known here. Sign in with your password and add it under Account.");
        Assert.Equal(1, await CountAsync(device, authenticator)); // the device still has it; the clinic no longer believes it
    }

    [Fact]
    public async Task Device_that_cannot_tell_its_owner_signs_nobody_in()
    {
        await using var colleague = await clinic.OpenAsync();
        var device = await colleague.Page.Context.NewCDPSessionAsync(colleague.Page);
        var authenticator = await PlugInAsync(device);
        await colleague.SignInAsync("assistant");
        await colleague.GoAsync("/account");
        await colleague.FillAsync("Name of this device", "Found tablet");
        await colleague.PressAsync("Add a passkey");
        await colleague.PressAsync("Sign out");

        await device.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = authenticator, ["isUserVerified"] = false });
        await colleague.GoAsync("/sign-in");
        await colleague.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();

        await colleague.ReadsAsync("No passkey was used. You can try again or go on without.");
    }

    /// <summary>A device that keeps its keys and knows its owner (docs/operations/passkeys.md).</summary>
    private static async Task<string> PlugInAsync(ICDPSession device)
    {
        await device.SendAsync("WebAuthn.enable");
        var added = await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
        return added!.Value.GetProperty("authenticatorId").GetString()!;
    }

    private static async Task<int> CountAsync(ICDPSession device, string authenticator)
    {
        JsonElement? keys = await device.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = authenticator });
        return keys!.Value.GetProperty("credentials").GetArrayLength();
    }
}
