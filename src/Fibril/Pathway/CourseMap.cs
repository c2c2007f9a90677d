using Fibril.Practice.Patients;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Pathway;

internal sealed class CourseMap : IEntityTypeConfiguration<Course>
{
    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.ToTable("course");
        builder.Property(c => c.Title).HasMaxLength(200);
        builder.BelongsToPatient(c => new { c.ClinicId, c.PatientId });
        builder.HasIndex(c => new { c.ClinicId, c.PatientId, c.Number }).IsUnique();
    }
}

internal static class CourseBelonging
{
    /// <summary>Ties a row to its course and patient and gives it the index every course page reads by.</summary>
    public static void BelongsToCourse<T>(this EntityTypeBuilder<T> builder) where T : CourseRow
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(r => new { r.ClinicId, r.CourseId }).OnDelete(DeleteBehavior.Restrict);
        builder.BelongsToPatient(r => new { r.ClinicId, r.PatientId });
        builder.HasIndex(r => new { r.ClinicId, r.CourseId });
        builder.HasIndex(r => new { r.ClinicId, r.PatientId });
    }
}
