using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Outcomes;

internal sealed class OutcomeVisitMap : IEntityTypeConfiguration<OutcomeVisit>
{
    public void Configure(EntityTypeBuilder<OutcomeVisit> builder)
    {
        builder.ToTable("outcome_visit");
        builder.BelongsToCourse();
        builder.HasIndex(v => new { v.ClinicId, v.DueOn });
    }
}
