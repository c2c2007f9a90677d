using Fibril.Practice.Patients;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway.Journey.Recalls;

internal sealed class RecallMaps : IEntityTypeConfiguration<LotRecall>, IEntityTypeConfiguration<RecallPerson>
{
    public void Configure(EntityTypeBuilder<LotRecall> builder)
    {
        builder.ToTable("lot_recall");
        builder.Property(r => r.Reason).HasMaxLength(300);
        builder.Property(r => r.Note).HasMaxLength(2000);
        builder.Property(r => r.EndedReason).HasMaxLength(300);
        builder.HasOne<StockLot>().WithMany().HasForeignKey(r => new { r.ClinicId, r.LotId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.ClinicId, r.LotId });
    }

    public void Configure(EntityTypeBuilder<RecallPerson> builder)
    {
        builder.ToTable("recall_person");
        builder.Property(p => p.Answer).HasMaxLength(300);
        builder.HasOne<LotRecall>().WithMany().HasForeignKey(p => new { p.ClinicId, p.RecallId }).OnDelete(DeleteBehavior.Restrict);
        builder.BelongsToPatient(p => new { p.ClinicId, p.PatientId });
        builder.HasIndex(p => new { p.ClinicId, p.RecallId, p.PatientId }); // not unique: two records of one person may be merged
        builder.HasIndex(p => new { p.ClinicId, p.PatientId });
    }
}
