using System.Net;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Access;

public class ProxiesTests
{
    private const string Proxy = "10.0.0.1";
    private const string Stranger = "198.51.100.9";

    [Theory]
    [InlineData("", Proxy, "203.0.113.7", Proxy)]
    [InlineData(Proxy, Proxy, "203.0.113.7", "203.0.113.7")]
    [InlineData(Proxy, Proxy, "192.0.2.1, 203.0.113.7", "203.0.113.7")]
    [InlineData(Proxy, "::ffff:10.0.0.1", "203.0.113.7", "203.0.113.7")]
    [InlineData(Proxy, Stranger, "203.0.113.7", Stranger)]
    [InlineData(Proxy, "127.0.0.1", "203.0.113.7", "127.0.0.1")]
    [InlineData("10.0.0.1, 10.0.0.2", Proxy, "203.0.113.7, 10.0.0.2", "203.0.113.7")]
    [InlineData(Proxy, Proxy, "203.0.113.7, 10.0.0.2", "10.0.0.2")]
    [InlineData("10.0.0.0/24", "10.0.0.77", "2001:db8::5", "2001:db8::5")]
    [InlineData("fd00::1", "fd00::1", "203.0.113.7", "203.0.113.7")]
    public async Task Only_a_named_proxy_says_who_is_calling(string proxies, string peer, string header, string caller)
    {
        await using var clinic = new TestClinic { Arguments = [$"--proxies={proxies}"] };
        await clinic.InitializeAsync();

        var http = await clinic.App.GetTestServer().SendAsync(c =>
        {
            c.Connection.RemoteIpAddress = IPAddress.Parse(peer);
            c.Request.Path = "/sign-in";
            c.Request.Headers["X-Forwarded-For"] = header;
            c.Request.Headers["X-Forwarded-Proto"] = "https";
        });

        Assert.Equal(IPAddress.Parse(caller), http.Connection.RemoteIpAddress);
        Assert.Equal(peer == caller ? "http" : "https", http.Request.Scheme);
    }

    [Fact]
    public async Task Behind_the_proxy_one_guesser_slows_nobody_else()
    {
        await using var clinic = await BehindAsync(Proxy);
        var (member, _) = await clinic.AddColleagueAsync("Proxied Person");
        for (var n = 0; n < 6; n++)
        {
            (await SignInAsync(clinic, member.Email, "guess number " + n, from: "203.0.113.7")).Dispose();
        }

        using var guesser = await SignInAsync(clinic, member.Email, AccessSteps.Password, from: "203.0.113.7");
        using var other = await SignInAsync(clinic, member.Email, AccessSteps.Password, from: "203.0.113.8");

        Assert.Contains("Too many attempts", guesser.Text, StringComparison.Ordinal);
        Assert.Equal("/staff", other.Address.AbsolutePath);
    }

    [Fact]
    public async Task A_stranger_does_not_escape_by_making_addresses_up()
    {
        await using var clinic = await BehindAsync(Stranger);
        var (member, _) = await clinic.AddColleagueAsync("Spoofed Person");
        for (var n = 0; n < 6; n++)
        {
            (await SignInAsync(clinic, member.Email, "guess number " + n, from: "203.0.113." + n)).Dispose();
        }

        using var guesser = await SignInAsync(clinic, member.Email, AccessSteps.Password, from: "203.0.113.99");

        Assert.Contains("Too many attempts", guesser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10.0.0")]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/33")]
    public void A_setting_that_is_no_address_says_so(string proxies)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("proxies", proxies)]).Build();

        var problem = Assert.Throws<FormatException>(() => Settings.From(configuration));

        Assert.Contains(proxies, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>A clinic that knows one proxy and is called by a peer.</summary>
    private static async Task<TestClinic> BehindAsync(string peer)
    {
        var clinic = new TestClinic { Arguments = [$"--proxies={Proxy}"], Services = s => s.AddSingleton<IStartupFilter>(new CalledBy(IPAddress.Parse(peer))) };
        await clinic.InitializeAsync();
        return clinic;
    }

    private static async Task<Browser> SignInAsync(TestClinic clinic, string email, string password, string from)
    {
        var browser = Browser.Of(clinic);
        await browser.GetAsync("/sign-in");
        var request = browser.FilledPress("Sign in", ("Mail address", email), ("Password", password));
        request.Headers.Add("X-Forwarded-For", from);
        return await browser.SendAsync(request);
    }

    private sealed class CalledBy(IPAddress peer) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, rest) =>
            {
                http.Connection.RemoteIpAddress = peer;
                return rest(http);
            });
            next(app);
        };
    }
}
