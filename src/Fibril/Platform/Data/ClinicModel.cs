using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fibril.Platform.Data;

/// <summary>What holds for every clinic-owned table: its key, its filter, its names, its concurrency token.</summary>
internal static partial class ClinicModel
{
    public static void Apply(ModelBuilder builder, ClinicDb db)
    {
        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(ClinicRow).IsAssignableFrom(t.ClrType)).ToList())
        {
            var row = builder.Entity(type.ClrType);
            row.HasKey(nameof(ClinicRow.ClinicId), nameof(ClinicRow.Id));
            row.Property(nameof(ClinicRow.ClinicId)).ValueGeneratedNever();
            row.Property(nameof(ClinicRow.Id)).ValueGeneratedNever();
            row.Property(nameof(ClinicRow.Version)).IsConcurrencyToken();
        }

        foreach (var type in builder.Model.GetEntityTypes().Where(t => typeof(IClinicOwned).IsAssignableFrom(t.ClrType)).ToList())
        {
            builder.Entity(type.ClrType).HasQueryFilter(OnlyOwnClinic(type.ClrType, db));
        }

        foreach (var type in builder.Model.GetEntityTypes().Where(t => !t.IsMappedToJson()))
        {
            Name(type);
        }
    }

    /// <summary><c>row => row.ClinicId == db.ClinicId</c>; EF asks the running context, not this one.</summary>
    private static LambdaExpression OnlyOwnClinic(Type type, ClinicDb db)
    {
        var row = Expression.Parameter(type, "row");
        var own = Expression.Property(Expression.Constant(db), nameof(ClinicDb.ClinicId));
        return Expression.Lambda(Expression.Equal(Expression.Property(row, nameof(ClinicRow.ClinicId)), own), row);
    }

    private static void Name(IMutableEntityType type)
    {
        type.SetTableName(Snake(type.GetTableName() ?? type.ClrType.Name));
        foreach (var property in type.GetProperties())
        {
            property.SetColumnName(Snake(property.Name));
        }
    }

    private static string Snake(string name) => Word().Replace(name, "$1_$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Word();
}
