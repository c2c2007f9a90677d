using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fibril.Practice.Patients;

internal static class Belonging
{
    /// <summary>A row of this kind belongs to one patient of the same clinic and cannot outlive the record.</summary>
    public static void BelongsToPatient<T>(this EntityTypeBuilder<T> builder, Expression<Func<T, object?>> key) where T : class =>
        builder.HasOne<Patient>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
