using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Consultations;

internal sealed class ConsultationMap : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("consultation");
        builder.BelongsToCourse();
        builder.Property(c => c.Areas).HasJson();
        builder.Property(c => c.Answers).HasJson();
        builder.Property(c => c.Examination).HasJson();
    }
}

internal sealed class ScoreMap : IEntityTypeConfiguration<Score>
{
    public void Configure(EntityTypeBuilder<Score> builder)
    {
        builder.ToTable("score");
        builder.BelongsToCourse();
        builder.Property(s => s.Scale).HasMaxLength(60);
        builder.Property(s => s.Value).HasPrecision(10, 3);
        builder.Property(s => s.Parts).HasJson();
    }
}

internal sealed class PhotoMap : IEntityTypeConfiguration<Photo>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.ToTable("photo");
        builder.BelongsToCourse();
        builder.Property(p => p.Faults).HasJson();
        builder.Property(p => p.Uses).HasJson();
    }
}
