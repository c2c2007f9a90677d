using System.Reflection;
using Microsoft.AspNetCore.Authorization;

namespace Fibril.Platform.Access;

/// <summary>One class per aggregate says who may do what with it; every route names one of its rules.</summary>
public interface IPolicy
{
    IEnumerable<AccessRule> Rules { get; }
}

/// <summary>A named permission and who holds it.</summary>
public sealed record AccessRule(string Name, IReadOnlySet<Role> Roles, bool Patients, bool Anybody = false)
{
    /// <summary>These staff roles.</summary>
    public static AccessRule Staff(string name, params IEnumerable<Role> roles) => new(name, roles.ToHashSet(), false);

    /// <summary>Every staff role.</summary>
    public static AccessRule AllStaff(string name) => Staff(name, Enum.GetValues<Role>());

    /// <summary>A signed-in patient, for what is their own.</summary>
    public static AccessRule Patient(string name) => new(name, new HashSet<Role>(), true);

    /// <summary>Everybody, signed in or not. Said on purpose, never by omission.</summary>
    public static AccessRule Open(string name) => new(name, new HashSet<Role>(), false, true);

    public bool Allows(System.Security.Claims.ClaimsPrincipal user) =>
        Anybody
        || (Patients && user.HasClaim(c => c.Type == FibrilClaims.Patient))
        || (Enum.TryParse<Role>(user.FindFirst(FibrilClaims.Role)?.Value, out var role) && Roles.Contains(role));
}

/// <summary>Pages that belong to nobody's record: start, sign-in, errors, health.</summary>
public sealed class OpenPolicy : IPolicy
{
    public const string Page = "Open.Page";

    public IEnumerable<AccessRule> Rules => [AccessRule.Open(Page)];
}

public static class Policies
{
    public static IEnumerable<AccessRule> All { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetTypes()
            .Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IPolicy)))
            .Select(t => (IPolicy)Activator.CreateInstance(t)!)
            .SelectMany(p => p.Rules),
    ];

    public static void AddTo(AuthorizationOptions options)
    {
        foreach (var rule in All)
        {
            options.AddPolicy(rule.Name, p => p.RequireAssertion(c => rule.Allows(c.User)));
        }

        // A route that forgot to name a policy is closed, not open.
        options.FallbackPolicy = new AuthorizationPolicyBuilder()
            .RequireAssertion(c => c.Resource is HttpContext http && http.GetEndpoint() is null)
            .Build();
    }
}
