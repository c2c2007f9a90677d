using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Staff;

internal sealed class StaffLimitsMap : IEntityTypeConfiguration<StaffLimits>
{
    public void Configure(EntityTypeBuilder<StaffLimits> builder)
    {
        builder.ToTable("staff_limits");
        builder.Property(l => l.Zones).HasJson();
        builder.Property(l => l.DeviceIds).HasJson();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(l => new { l.ClinicId, l.StaffId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.ClinicId, l.StaffId }).IsUnique();
    }
}
