using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Outcomes.Photos;

internal sealed class PhotoMaps :
    IEntityTypeConfiguration<PhotoZone>, IEntityTypeConfiguration<SkinChange>, IEntityTypeConfiguration<HandAlignment>, IEntityTypeConfiguration<RepeatShot>
{
    public void Configure(EntityTypeBuilder<PhotoZone> builder)
    {
        builder.ToTable("photo_zone");
        builder.BelongsToCourse();
        builder.Property(z => z.Zone).HasMaxLength(60);
        builder.Property(z => z.Corners).HasJson();
    }

    public void Configure(EntityTypeBuilder<SkinChange> builder)
    {
        builder.ToTable("skin_change");
        builder.BelongsToCourse();
        builder.Property(c => c.Measures).HasJson();
        builder.Property(c => c.Basis).HasMaxLength(30);
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
