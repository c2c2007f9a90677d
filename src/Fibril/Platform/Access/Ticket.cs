using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Access;

public enum TicketKind
{
    /// <summary>A patient signs in by mail.</summary>
    SignIn,

    /// <summary>A colleague takes up an invitation.</summary>
    Join,

    PasswordReset,

    /// <summary>A six-digit code of an authenticator that was used: it is good once.</summary>
    CodeUsed,

    /// <summary>A colleague who was called takes a report without signing in first.</summary>
    TakeReport,
}

/// <summary>
/// A right that works once and not for long. The token itself is in a mail and nowhere else; here is its hash.
/// It belongs to no clinic: who asks is not known before it is used.
/// </summary>
public sealed class Ticket
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required TicketKind Kind { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>Folded mail address that asked or was asked.</summary>
    public required string Email { get; init; }

    /// <summary>Name for the greeting of the page.</summary>
    public string Name { get; init; } = "";

    /// <summary>Hash of the cookie of the browser that asked; null when any browser may use it.</summary>
    public string? BrowserHash { get; init; }

    /// <summary>Hash of the six digits that the starting browser may enter in place of the link.</summary>
    public string? CodeHash { get; set; }

    public int WrongCodes { get; set; }

    /// <summary>The account or staff member it is for.</summary>
    public Guid? SubjectId { get; init; }

    public Guid? ClinicId { get; init; }

    /// <summary>Where to go afterwards: a path of ours.</summary>
    public string? Target { get; init; }

    public required DateTime MadeAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }

    /// <summary>What it opened has been taken: no choice is left to make.</summary>
    public DateTime? ClosedAt { get; set; }

    public bool IsGood(DateTime now) => UsedAt is null && now < ExpiresAt;
}

internal sealed class TicketMap : IEntityTypeConfiguration<Ticket>
{
    public void Configure(EntityTypeBuilder<Ticket> builder)
    {
        builder.ToTable("ticket");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.TokenHash).HasMaxLength(64);
        builder.Property(t => t.CodeHash).HasMaxLength(64);
        builder.Property(t => t.BrowserHash).HasMaxLength(64);
        builder.Property(t => t.Email).HasMaxLength(320);
        builder.Property(t => t.Name).HasMaxLength(200);
        builder.HasIndex(t => t.TokenHash).IsUnique();
        builder.HasIndex(t => new { t.Email, t.MadeAt });
        builder.HasIndex(t => new { t.BrowserHash, t.MadeAt });
        builder.HasIndex(t => t.ExpiresAt);
    }
}
