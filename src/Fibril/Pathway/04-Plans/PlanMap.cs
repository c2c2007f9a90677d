using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Plans;

internal sealed class PlanMap : IEntityTypeConfiguration<Plan>
{
    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.ToTable("plan");
        builder.BelongsToCourse();
        builder.Property(p => p.Zones).HasJson();
        builder.Property(p => p.Topicals).HasJson();
        builder.Property(p => p.Combinations).HasJson();
        builder.Property(p => p.AlternativesDiscussed).HasJson();
        builder.Property(p => p.OffLabel).HasJson();
        builder.Ignore(p => p.PriceTotal).Ignore(p => p.DeepestMm).Ignore(p => p.IsCurrent);
        builder.Property(p => p.PricePerSession).HasPrecision(12, 2);
    }
}
