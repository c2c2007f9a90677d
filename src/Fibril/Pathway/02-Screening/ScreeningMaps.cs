using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Screening;

internal sealed class CandidacyScreeningMap : IEntityTypeConfiguration<CandidacyScreening>
{
    public void Configure(EntityTypeBuilder<CandidacyScreening> builder)
    {
        builder.ToTable("candidacy_screening");
        builder.BelongsToCourse();
        builder.Property(s => s.Outcome).HasMaxLength(40);
        builder.Property(s => s.Overrides).HasJson();
    }
}

internal sealed class PrescriberQuestionMap : IEntityTypeConfiguration<PrescriberQuestion>
{
    public void Configure(EntityTypeBuilder<PrescriberQuestion> builder)
    {
        builder.ToTable("prescriber_question");
        builder.BelongsToCourse();
    }
}
