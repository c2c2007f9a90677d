using Microsoft.AspNetCore.DataProtection;

namespace Fibril.Platform.Access.Accounts;

/// <summary>
/// Devices that signed in before carry a signed cookie. Their attempts are counted by themselves, so a stranger's
/// failures never keep a colleague out.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection, IHttpContextAccessor accessor)
{
    private const string Cookie = "fibril-device";
    private const int Most = 12;
    private readonly IDataProtector protector = protection.CreateProtector("Fibril.Device");

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Key under which this device's attempts on the account are counted; null when it never signed in.</summary>
    public string? KeyFor(Guid accountId) =>
        Read() is [var device, .. var accounts] && accounts.Contains(accountId.ToString("N")) ? device : null;

    /// <summary>A shared tablet remembers the last few colleagues.</summary>
    public void Remember(Guid accountId)
    {
        var own = accountId.ToString("N");
        var (device, others) = Read() is [var known, .. var accounts] ? (known, accounts) : (Guid.NewGuid().ToString("N"), Array.Empty<string>());
        var value = protector.Protect(string.Join('|', [device, own, .. others.Where(o => o != own).Take(Most - 1)]));
        Http.Response.Cookies.Append(Cookie, value, new()
        {
            HttpOnly = true,
            Secure = Http.Request.IsHttps,
            SameSite = SameSiteMode.Lax,
            MaxAge = TimeSpan.FromDays(400),
            IsEssential = true,
        });
    }

    private string[] Read()
    {
        try
        {
            return Http.Request.Cookies[Cookie] is { Length: > 0 } value ? protector.Unprotect(value).Split('|') : [];
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return []; // signed by nobody we know: a stranger
        }
    }
}
