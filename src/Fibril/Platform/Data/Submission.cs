using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Data;

/// <summary>One form post or API request that was carried out: a retry finds it and has no second effect.</summary>
public sealed class Submission : ClinicRow
{
    public required string Key { get; init; }

    public required DateTime DoneAt { get; init; }

    /// <summary>Where the first answer led; null until the page has said so.</summary>
    public string? Location { get; private set; }

    public void LedTo(string location) => Location = location;

    /// <summary>The first answer to a form that is posted again; null when it is new.</summary>
    internal static Task<Submission?> FirstAsync(ClinicDb db, string? once) =>
        db.Set<Submission>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == once);

    internal static async Task ClaimAsync(ClinicDb db, Act act, CancellationToken stop)
    {
        if (act.Once is not { Length: > 0 } key || db.ChangeTracker.Entries<Submission>().Any(e => e.Entity.Key == key))
        {
            return;
        }

        var first = await db.Set<Submission>().AsNoTracking().FirstOrDefaultAsync(s => s.Key == key, stop);
        if (first is not null)
        {
            throw new AlreadyDoneException(first.Location);
        }

        var submission = new Submission { Key = key, DoneAt = act.At };
        if (act.LeadsTo is { } location)
        {
            submission.LedTo(location);
        }

        db.Add(submission);
    }
}

internal sealed class SubmissionMap : IEntityTypeConfiguration<Submission>
{
    public void Configure(EntityTypeBuilder<Submission> builder)
    {
        builder.ToTable("submission");
        builder.Property(s => s.Key).HasMaxLength(80);
        builder.HasIndex(s => new { s.ClinicId, s.Key }).IsUnique();
    }
}

/// <summary>The same submission was carried out before; nothing was done twice.</summary>
public sealed class AlreadyDoneException(string? location) : Exception("This was already saved.")
{
    public string? Location { get; } = location;
}
