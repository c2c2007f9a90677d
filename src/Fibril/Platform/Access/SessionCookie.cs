using Microsoft.AspNetCore.Authentication.Cookies;

namespace Fibril.Platform.Access;

/// <summary>How long a sign-in lasts. Staff: 12 hours at most. Patients: 30 minutes without a click.</summary>
internal static class SessionCookie
{
    public static void Staff(CookieAuthenticationOptions options)
    {
        Common(options, "fibril-staff");
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/forbidden";
        options.ExpireTimeSpan = TimeSpan.FromHours(12);
        options.SlidingExpiration = false;
    }

    public static void Patient(CookieAuthenticationOptions options)
    {
        Common(options, "fibril-patient");
        options.LoginPath = "/my/sign-in";
        options.AccessDeniedPath = "/my/sign-in";
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.SlidingExpiration = true;
    }

    private static void Common(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ReturnUrlParameter = "from";
    }
}
