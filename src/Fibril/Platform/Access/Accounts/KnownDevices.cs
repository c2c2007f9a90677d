using Microsoft.AspNetCore.DataProtection;

namespace Fibril.Platform.Access.Accounts;

/// <summary>
/// Devices that signed in before carry a signed cookie. Their attempts are counted by themselves, so a stranger's
/// failures never keep a colleague out.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "fibril-device";
    private readonly IDataProtector protector = protection.CreateProtector("Fibril.Device");

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Key under which this device's attempts on the account are counted; null when it never signed in.</summary>
    public string? KeyFor(Guid accountId)
    {
        try
        {
            return Http.Request.Cookies[Cookie] is { Length: > 0 } value && protector.Unprotect(value).Split('|') is [var device, .. var accounts] && accounts.Contains(accountId.ToString("N"))
                ? device
                : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null; // signed by nobody we know: a stranger
        }
    }

    public void Remember(Guid accountId)
    {
        if (KeyFor(accountId) is not null)
        {
            return;
        }

        var value = protector.Protect($"{Guid.NewGuid():N}|{accountId:N}");
        Http.Response.Cookies.Append(Cookie, value, new()
        {
            HttpOnly = true,
            Secure = Http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
    }
}
