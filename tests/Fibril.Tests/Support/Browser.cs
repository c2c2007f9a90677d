using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using System.Security.Claims;

namespace Fibril.Tests.Support;

/// <summary>A browser without JavaScript: HTTP in, HTML out, cookies kept, forms filled by their labels.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly CookieContainer cookies = new();

    private Browser(TestClinic clinic)
        : this(clinic.App)
    {
    }

    private Browser(WebApplication app)
        : this(app.GetTestServer().CreateHandler(), new Uri("http://localhost"))
    {
    }

    private Browser(HttpMessageHandler wire, Uri address) =>
        (client, Address) = (new HttpClient(new CookieHandler(cookies, wire)) { BaseAddress = address }, address);

    public HttpStatusCode Status { get; private set; }

    public Uri Address { get; private set; }

    public IHtmlDocument Page { get; private set; } = null!;

    public string Text => Page.Body!.TextContent;

    public static Browser Of(TestClinic clinic) => new(clinic);

    /// <summary>For a program that a test starts itself.</summary>
    public static Browser Of(WebApplication app) => new(app);

    /// <summary>For a program that listens at an address, in a process of its own.</summary>
    public static Browser At(Uri address) => new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }, address);

    /// <summary>Signed in as a staff member, with the cookie that the program itself would give.</summary>
    public static async Task<Browser> OfAsync(TestClinic clinic, StaffMember staff)
    {
        var browser = new Browser(clinic);
        await using var scope = clinic.App.Services.CreateAsyncScope();
        var account = await AccountOfAsync(scope.ServiceProvider, staff);
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
        browser.Keep(scope.ServiceProvider, Schemes.Staff, principal, clinic);
        return browser;
    }

    /// <summary>Signed in as a patient.</summary>
    public static Browser Of(TestClinic clinic, Patient patient)
    {
        var browser = new Browser(clinic);
        var identity = new ClaimsIdentity(
            [new(FibrilClaims.Clinic, patient.ClinicId.ToString()), new(FibrilClaims.Patient, patient.Id.ToString()), new(FibrilClaims.Name, patient.Name)],
            Schemes.Patient);
        browser.Keep(clinic.App.Services, Schemes.Patient, new ClaimsPrincipal(identity), clinic);
        return browser;
    }

    /// <summary>The member's account, made and tied the first time.</summary>
    private static async Task<Account> AccountOfAsync(IServiceProvider services, StaffMember staff)
    {
        var users = services.GetRequiredService<UserManager<Account>>();
        if (await users.FindByEmailAsync(staff.Email) is { } known)
        {
            return known;
        }

        var account = new Account { UserName = staff.Email, Email = staff.Email };
        Assert.True((await users.CreateAsync(account)).Succeeded);
        await services.GetRequiredService<ClinicDb>().StaffMembers.IgnoreQueryFilters().Where(s => s.Id == staff.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.AccountId, account.Id));
        return account;
    }

    public Task<Browser> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>Fills the form that holds a button with these words, by label text, and presses the button.</summary>
    public Task<Browser> PressAsync(string button, params (string Label, string Value)[] fields) => SendAsync(FilledPress(button, fields));

    /// <summary>The request that pressing would send.</summary>
    public HttpRequestMessage FilledPress(string button, params (string Label, string Value)[] fields)
    {
        var (form, submit) = FormWith(button);
        foreach (var (label, value) in fields)
        {
            FormFiller.Fill(Page, form, label, value);
        }

        return FormFiller.Submit(form, submit, Address);
    }

    /// <summary>Follows the link with these words.</summary>
    public Task<Browser> FollowAsync(string text)
    {
        var link = Page.QuerySelectorAll<IHtmlAnchorElement>("a").FirstOrDefault(a => FormFiller.Words(a).Contains(text, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No link '{text}' on {Address.PathAndQuery}: {string.Join(" | ", Page.QuerySelectorAll("a").Select(FormFiller.Words))}");
        return GetAsync(link.GetAttribute("href")!);
    }

    /// <summary>The same request once more, as a double click would send it.</summary>
    public HttpRequestMessage RequestFor(string button)
    {
        var (form, submit) = FormWith(button);
        return FormFiller.Submit(form, submit, Address);
    }

    /// <summary>The answer itself, no redirect followed: for what is not a page.</summary>
    public Task<HttpResponseMessage> RawAsync(HttpRequestMessage request, CancellationToken stop = default) => client.SendAsync(request, stop);

    public async Task<Browser> SendAsync(HttpRequestMessage request)
    {
        var response = await client.SendAsync(request);
        for (var hops = 0; (int)response.StatusCode is >= 300 and < 400 && hops < 10; hops++)
        {
            Address = new Uri(new Uri(client.BaseAddress!, request.RequestUri!), response.Headers.Location!);
            request = new HttpRequestMessage(HttpMethod.Get, Address);
            response = await client.SendAsync(request);
        }

        Status = response.StatusCode;
        Address = new Uri(client.BaseAddress!, request.RequestUri!);
        var html = await response.Content.ReadAsStringAsync();
        Page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(Address));
        return this;
    }

    private (IHtmlFormElement Form, IElement Button) FormWith(string button)
    {
        var buttons = Page.QuerySelectorAll("form button, form input[type=submit]");
        var found = buttons.FirstOrDefault(b => FormFiller.Words(b).Equals(button, StringComparison.OrdinalIgnoreCase))
            ?? buttons.FirstOrDefault(b => FormFiller.Words(b).Contains(button, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No button '{button}' on {Address.PathAndQuery} ({(int)Status}): {string.Join(" | ", Page.QuerySelectorAll("button").Select(FormFiller.Words))}");
        return (found.Closest("form") as IHtmlFormElement ?? throw new InvalidOperationException("The button is in no form."), found);
    }

    private void Keep(IServiceProvider services, string scheme, ClaimsPrincipal principal, TestClinic clinic)
    {
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = clinic.Clock.GetUtcNow();
        var properties = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddDays(400), IsPersistent = true };
        var value = options.TicketDataFormat.Protect(new AuthenticationTicket(principal, properties, scheme));
        cookies.Add(new Uri("http://localhost"), new Cookie(options.Cookie.Name!, value));
    }

    public void Dispose() => client.Dispose();

    private sealed class CookieHandler(CookieContainer cookies, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var header = cookies.GetCookieHeader(request.RequestUri!);
            if (header.Length > 0)
            {
                request.Headers.TryAddWithoutValidation("Cookie", header);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}
