using Fibril.Platform.Data;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Patients.Merging;
using Fibril.Practice.Patients.Search;
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
        builder.Property(e => e.SourceId).HasMaxLength(200);
    }
}

internal sealed class PatientGramMap : IEntityTypeConfiguration<PatientGram>
{
    public void Configure(EntityTypeBuilder<PatientGram> builder)
    {
        builder.ToTable("patient_gram");
        builder.HasKey(g => new { g.ClinicId, g.Gram, g.PatientId });
        builder.Property(g => g.Gram).HasMaxLength(20);
    }
}

internal sealed class ImportBatchMap : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> builder)
    {
        builder.ToTable("import_batch");
        builder.HasIndex(b => new { b.ClinicId, b.UploadedAt });
    }
}

internal sealed class ImportedFileMap : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.ToTable("imported_file");
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.HasOne<ImportBatch>().WithMany().HasForeignKey(f => new { f.ClinicId, f.BatchId });
        builder.HasIndex(f => new { f.ClinicId, f.BatchId });
    }
}

internal sealed class PatientMergeMap : IEntityTypeConfiguration<PatientMerge>
{
    public void Configure(EntityTypeBuilder<PatientMerge> builder)
    {
        builder.ToTable("patient_merge");
        builder.Property(m => m.Moved).HasJson();
        builder.Property(m => m.Filled).HasJson();
        builder.BelongsToPatient(m => new { m.ClinicId, m.SurvivorId });
        builder.HasIndex(m => new { m.ClinicId, m.SurvivorId });
        builder.HasIndex(m => new { m.ClinicId, m.OtherId });
    }
}
