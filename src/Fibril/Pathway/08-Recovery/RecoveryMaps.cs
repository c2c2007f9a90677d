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
        builder.Property(h => h.SeriousBecause).HasJson();
    }
}

internal sealed class RecoveryAnswerMaps : IEntityTypeConfiguration<StaffCall>, IEntityTypeConfiguration<ReportReply>, IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<StaffCall> builder)
    {
        builder.ToTable("staff_call");
        builder.BelongsToCourse();
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(c => new { c.ClinicId, c.CheckInId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ClinicId, c.CheckInId, c.Step, c.StaffId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReportReply> builder)
    {
        builder.ToTable("report_reply");
        builder.BelongsToCourse();
        builder.HasOne<CheckIn>().WithMany().HasForeignKey(r => new { r.ClinicId, r.CheckInId }).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ReplyTemplate> builder)
    {
        builder.ToTable("reply_template");
        builder.HasIndex(t => new { t.ClinicId, t.Number }).IsUnique();
    }
}
