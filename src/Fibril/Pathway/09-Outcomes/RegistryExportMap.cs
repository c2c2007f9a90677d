using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Outcomes;

internal sealed class RegistryExportMap : IEntityTypeConfiguration<RegistryExport>
{
    public void Configure(EntityTypeBuilder<RegistryExport> builder)
    {
        builder.ToTable("registry_export");
        builder.Property(e => e.Hash).HasMaxLength(80);
        builder.HasIndex(e => new { e.ClinicId, e.ExportedAt });
    }
}
