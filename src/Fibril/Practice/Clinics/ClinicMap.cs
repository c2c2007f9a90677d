using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Clinics;

internal sealed class ClinicMap : IEntityTypeConfiguration<Clinic>
{
    public void Configure(EntityTypeBuilder<Clinic> builder)
    {
        builder.ToTable("clinic");
        builder.Property(c => c.Name).HasMaxLength(120);
        builder.Property(c => c.TimeZone).HasMaxLength(60);
        builder.Property(c => c.Jurisdiction).HasMaxLength(8);
        builder.Property(c => c.Currency).HasMaxLength(3);
        builder.Property(c => c.Booking).HasJson();
        builder.Ignore(c => c.Zone);
    }
}
