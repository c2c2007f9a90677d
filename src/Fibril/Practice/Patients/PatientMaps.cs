using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Patients;

internal sealed class PatientMap : IEntityTypeConfiguration<Patient>
{
    public void Configure(EntityTypeBuilder<Patient> builder)
    {
        builder.ToTable("patient");
        builder.Property(p => p.GivenName).HasMaxLength(120);
        builder.Property(p => p.FamilyName).HasMaxLength(120);
        builder.Property(p => p.Identifiers).HasJson();
        builder.Ignore(p => p.Name);
        builder.HasIndex(p => new { p.ClinicId, p.FamilyName, p.GivenName });
        builder.HasIndex(p => new { p.ClinicId, p.BornOn });
        builder.HasIndex(p => new { p.ClinicId, p.Email });
    }
}

internal sealed class ChartEntryMap : IEntityTypeConfiguration<ChartEntry>
{
    public void Configure(EntityTypeBuilder<ChartEntry> builder)
    {
        builder.ToTable("chart_entry");
        builder.Property(e => e.Value).HasPrecision(18, 4);
        builder.BelongsToPatient(e => new { e.ClinicId, e.PatientId });
        builder.HasIndex(e => new { e.ClinicId, e.PatientId });
    }
}
