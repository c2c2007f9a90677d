using Fibril.Platform.Access;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Architecture;

public class RoutesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public void Every_route_names_one_of_our_policies()
    {
        var known = Policies.All.Select(r => r.Name).ToHashSet(StringComparer.Ordinal);

        var open = Routes().Where(r => !PoliciesOf(r).Any(known.Contains)).Select(r => $"{r.DisplayName} {r.RoutePattern.RawText}").ToList();

        Assert.True(open.Count == 0, "Routes without a policy of ours:\n" + string.Join('\n', open));
    }

    [Fact]
    public void No_route_of_ours_is_opened_by_AllowAnonymous()
    {
        var open = Routes().Where(r => r.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(r => r.RoutePattern.RawText);

        Assert.Empty(open);
    }

    [Fact]
    public void Every_policy_name_is_unique() =>
        Assert.Equal(Policies.All.Count(), Policies.All.Select(r => r.Name).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void There_are_routes_to_look_at() => Assert.True(Routes().Count() > 15);

    private IEnumerable<RouteEndpoint> Routes() =>
        clinic.App.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(r => !IsStaticFile(r) && !IsFrameworks(r));

    /// <summary>Files from the build's list of static assets, and the framework's fallback for those added while developing.</summary>
    private static bool IsStaticFile(RouteEndpoint route) =>
        route.Metadata.Any(m => m.GetType().Name == "StaticAssetDescriptor") || route.DisplayName == "Fallback {**path:file}";

    /// <summary>The framework's own scripts.</summary>
    private static bool IsFrameworks(RouteEndpoint route) =>
        route.RoutePattern.RawText?.TrimStart('/').StartsWith("_framework/", StringComparison.Ordinal) == true;

    private static IEnumerable<string> PoliciesOf(RouteEndpoint route) =>
        route.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>();
}
