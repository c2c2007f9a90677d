using Fibril.Practice.Devices;
using Fibril.Practice.Places;
using Fibril.Practice.Prices;
using Fibril.Practice.Protocols;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice;

internal sealed class PracticeMaps
    : IEntityTypeConfiguration<Place>, IEntityTypeConfiguration<Device>, IEntityTypeConfiguration<PriceItem>, IEntityTypeConfiguration<ProtocolAdoption>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("place");
        builder.Property(p => p.Name).HasMaxLength(80);
    }

    public void Configure(EntityTypeBuilder<Device> builder)
    {
        builder.ToTable("device");
        builder.Property(d => d.Name).HasMaxLength(120);
    }

    public void Configure(EntityTypeBuilder<PriceItem> builder)
    {
        builder.ToTable("price_item");
        builder.Property(p => p.Amount).HasPrecision(12, 2);
    }

    public void Configure(EntityTypeBuilder<ProtocolAdoption> builder)
    {
        builder.ToTable("protocol_adoption");
        builder.Ignore(a => a.RuleChanges);
        builder.HasIndex(a => new { a.ClinicId, a.Number }).IsUnique();
    }
}
