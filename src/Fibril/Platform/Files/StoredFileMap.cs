using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Platform.Files;

internal sealed class FileMaps : IEntityTypeConfiguration<StoredFile>, IEntityTypeConfiguration<FileKey>, IEntityTypeConfiguration<ClinicKey>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_file");
        builder.Property(f => f.ContentType).HasMaxLength(40);
        builder.Property(f => f.Name).HasMaxLength(64);
        builder.Property(f => f.DisplayName).HasMaxLength(64);
        builder.Property(f => f.ThumbnailName).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<FileKey> builder)
    {
        builder.ToTable("file_key");
        builder.HasIndex(k => new { k.ClinicId, k.FileId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ClinicKey> builder)
    {
        builder.ToTable("clinic_key");
        builder.Property(k => k.MasterId).HasMaxLength(16);
        builder.HasIndex(k => k.ClinicId).IsUnique();
    }
}
