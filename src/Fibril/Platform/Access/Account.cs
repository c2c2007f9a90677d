using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access;

/// <summary>A staff sign-in: mail, password, second factor, passkeys. What the person is in a clinic is a staff member's row.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public DateTime? CreatedAt { get; init; }
}

/// <summary>The one shape of Identity's tables: version 3 brings passkeys.</summary>
internal static class IdentityShape
{
    public static void Apply(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
