using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Staff.Hours;

internal sealed class StaffHoursMap : IEntityTypeConfiguration<StaffHours>
{
    public void Configure(EntityTypeBuilder<StaffHours> builder)
    {
        builder.ToTable("staff_hours");
        builder.Property(h => h.Week).HasJson();
        builder.Property(h => h.Break).HasJson();
        builder.Property(h => h.Away).HasJson();
        builder.HasOne<StaffMember>().WithMany().HasForeignKey(h => new { h.ClinicId, h.StaffId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.ClinicId, h.StaffId }).IsUnique();
    }
}
