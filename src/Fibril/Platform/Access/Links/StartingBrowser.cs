namespace Fibril.Platform.Access.Links;

/// <summary>A cookie that tells the browser which asked for a link from all others.</summary>
public sealed class StartingBrowser(IHttpContextAccessor accessor)
{
    private const string Cookie = "fibril-start";
    private string? given;

    private HttpContext Http => accessor.HttpContext!;

    /// <summary>Empty when this browser never asked.</summary>
    public string Key => given ?? Http.Request.Cookies[Cookie] ?? "";

    public string Give()
    {
        if (Key.Length > 0)
        {
            return Key;
        }

        given = Tickets.NewToken();
        Http.Response.Cookies.Append(Cookie, given, new()
        {
            HttpOnly = true,
            Secure = Http.Request.IsHttps,
            SameSite = SameSiteMode.Lax, // the link comes from a mail program
            Path = "/my",
            MaxAge = TimeSpan.FromHours(1),
            IsEssential = true,
        });
        return given;
    }
}
