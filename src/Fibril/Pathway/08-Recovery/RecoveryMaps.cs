using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Recovery;

internal sealed class CheckInMap : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("check_in");
        builder.BelongsToCourse();
        builder.Property(c => c.Signs).HasJson();
        builder.Property(c => c.Flags).HasJson();
        builder.HasOne<Session>().WithMany().HasForeignKey(c => new { c.ClinicId, c.SessionId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ClinicId, c.ClosedAt, c.ReportedAt });
    }
}

internal sealed class AdverseEventMap : IEntityTypeConfiguration<AdverseEvent>
{
    public void Configure(EntityTypeBuilder<AdverseEvent> builder)
    {
        builder.ToTable("adverse_event");
        builder.BelongsToCourse();
    }
}
