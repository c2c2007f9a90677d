using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Products;

/// <summary>A product that people use at home, with its ingredients as they stand on the pack, so that nobody has to type them twice.</summary>
public sealed class SkinProduct : ClinicRow
{
    public required string Name { get; set; }

    public string Maker { get; set; } = "";

    /// <summary>GTIN-14 of the barcode; null when the pack has none.</summary>
    public string? Gtin { get; set; }

    /// <summary>INCI text of the pack.</summary>
    public required string Ingredients { get; set; }

    public DateTime? WithdrawnAt { get; set; }
}

internal sealed class SkinProductMap : IEntityTypeConfiguration<SkinProduct>
{
    public void Configure(EntityTypeBuilder<SkinProduct> builder)
    {
        builder.ToTable("skin_product");
        builder.Property(p => p.Name).HasMaxLength(120);
        builder.Property(p => p.Maker).HasMaxLength(120);
        builder.Property(p => p.Gtin).HasMaxLength(14);
        builder.HasIndex(p => new { p.ClinicId, p.Gtin });
    }
}
