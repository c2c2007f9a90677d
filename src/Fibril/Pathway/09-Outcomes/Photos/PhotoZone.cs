using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Outcomes.Photos;

/// <summary>A place on a photograph, in pixels of its original, upright.</summary>
public sealed record PixelPoint(double X, double Y);

/// <summary>An area that was needled, drawn on a baseline: what is measured, and what is not taken for untreated skin.</summary>
public sealed class PhotoZone : CourseRow
{
    public required Guid PhotoId { get; init; }

    /// <summary>Id of the protocol's zone.</summary>
    public required string Zone { get; init; }

    /// <summary>At least three.</summary>
    public List<PixelPoint> Corners { get; init; } = [];

    public required DateTime DrawnAt { get; init; }

    public required string DrawnByName { get; init; }

    public DateTime? RemovedAt { get; private set; }

    public void Remove(DateTime now) => RemovedAt ??= now;
}

/// <summary>One place that somebody clicked in both photographs.</summary>
public sealed record ClickedPair(PixelPoint Before, PixelPoint After);

/// <summary>How somebody laid a follow-up onto its baseline by clicks; the latest of a pair counts.</summary>
public sealed class HandAlignment : CourseRow
{
    public required Guid BeforeId { get; init; }

    public required Guid AfterId { get; init; }

    public List<ClickedPair> Clicks { get; init; } = [];

    public required DateTime LaidAt { get; init; }

    public required string LaidByName { get; init; }
}

/// <summary>Two photographs of the same skin taken one after the other before anything was done: what they differ is the error of the method here.</summary>
public sealed class RepeatShot : CourseRow
{
    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    /// <summary>By what the colours were brought together: None, GreyCard, UnneedledSkin.</summary>
    public required string Basis { get; init; }

    /// <summary>Second less first, by measure.</summary>
    public Dictionary<string, double> Differences { get; init; } = [];

    public required DateTime MeasuredAt { get; init; }
}

internal sealed class PhotoZoneMap : IEntityTypeConfiguration<PhotoZone>, IEntityTypeConfiguration<HandAlignment>, IEntityTypeConfiguration<RepeatShot>
{
    public void Configure(EntityTypeBuilder<PhotoZone> builder)
    {
        builder.ToTable("photo_zone");
        builder.BelongsToCourse();
        builder.Property(z => z.Zone).HasMaxLength(60);
        builder.Property(z => z.Corners).HasJson();
    }

    public void Configure(EntityTypeBuilder<HandAlignment> builder)
    {
        builder.ToTable("hand_alignment");
        builder.BelongsToCourse();
        builder.Property(a => a.Clicks).HasJson();
    }

    public void Configure(EntityTypeBuilder<RepeatShot> builder)
    {
        builder.ToTable("repeat_shot");
        builder.BelongsToCourse();
        builder.HasIndex(r => new { r.ClinicId, r.SecondId }).IsUnique();
        builder.Property(r => r.Basis).HasMaxLength(30);
        builder.Property(r => r.Differences).HasJson();
    }
}
