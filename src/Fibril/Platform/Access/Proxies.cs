using Fibril.Platform.Data;
using Microsoft.AspNetCore.HttpOverrides;

namespace Fibril.Platform.Access;

/// <summary>
/// Behind a reverse proxy, the caller's address and scheme are what the proxy says, but only a proxy that was named:
/// from anybody else the headers are anybody's words, and guessing would be counted under whatever address was made up.
/// </summary>
internal static class Proxies
{
    public static void UseProxies(this WebApplication app)
    {
        var known = app.Services.GetRequiredService<Settings>().Proxies;
        if (known.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // from the last proxy back to the first address that is no proxy of ours
        };
        options.KnownProxies.Clear(); // the framework trusts loopback; we trust who was named
        options.KnownIPNetworks.Clear();
        foreach (var network in known)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }
}
