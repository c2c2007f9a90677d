using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access;

/// <summary>A staff sign-in: mail, password, second factor, passkeys. What the person is in a clinic is a staff member's row.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public DateTime? CreatedAt { get; init; }
}
