using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Consents;

internal sealed class ConsentMap : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.ToTable("consent");
        builder.BelongsToCourse();
        builder.Property(c => c.Basis).HasJson();
        builder.Property(c => c.Reads).HasJson();
        builder.Property(c => c.Checks).HasJson();
        builder.Property(c => c.PhotoUses).HasJson();
        builder.Ignore(c => c.IsValid).Ignore(c => c.IsOpenOrValid).Ignore(c => c.IsDraft).Ignore(c => c.OnPaper).Ignore(c => c.ToDiscuss);
    }
}
