using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Staff;

internal sealed class StaffMemberMap : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("staff_member");
        builder.Property(s => s.Name).HasMaxLength(120);
        builder.Property(s => s.Email).HasMaxLength(200);
        builder.HasIndex(s => new { s.ClinicId, s.Email }).IsUnique();
        builder.HasIndex(s => s.AccountId);
    }
}
