using System.Text.Json;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Jobs;

/// <summary>A fact that a use case stated ("consent signed"), kept until every listener has heard it.</summary>
public sealed class OutboxFact : ClinicRow
{
    /// <summary>Full name of the fact's type.</summary>
    public required string Type { get; init; }

    public required string Body { get; init; }

    public required DateTime ToldAt { get; init; }

    /// <summary>A runner holds the fact until then; another may take it afterwards.</summary>
    public DateTime? LeasedUntil { get; private set; }

    public DateTime? DoneAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Listeners that have heard it, so that a retry reaches only the others.</summary>
    public List<string> HeardBy { get; private set; } = [];

    public string? LastError { get; private set; }

    public static OutboxFact Of(object fact, DateTime now) => new()
    {
        Type = fact.GetType().FullName!,
        Body = JsonSerializer.Serialize(fact, fact.GetType(), Columns.Json),
        ToldAt = now,
    };

    /// <summary>Nobody has told it yet, and nobody is telling it now.</summary>
    public bool IsFree(DateTime now) => DoneAt is null && (LeasedUntil is null || LeasedUntil < now);

    public void Lease(DateTime until) => (LeasedUntil, Attempts) = (until, Attempts + 1);

    public void Heard(string listener) => HeardBy = [.. HeardBy, listener];

    public void Done(DateTime now) => (DoneAt, LeasedUntil, LastError) = (now, null, null);

    /// <summary>Not heard: try again later, each time a little later.</summary>
    public void Failed(string error, DateTime now) =>
        (LastError, LeasedUntil) = (error, now.AddSeconds(Math.Min(3600, 5 * Math.Pow(2, Attempts))));
}

internal sealed class OutboxFactMap : IEntityTypeConfiguration<OutboxFact>
{
    public void Configure(EntityTypeBuilder<OutboxFact> builder)
    {
        builder.ToTable("outbox_fact");
        builder.Property(f => f.Type).HasMaxLength(200);
        builder.Property(f => f.HeardBy).HasJson();
        builder.HasIndex(f => new { f.ClinicId, f.DoneAt, f.ToldAt });
    }
}
