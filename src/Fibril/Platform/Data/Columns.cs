using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Fibril.Platform.Data;

/// <summary>Instants are UTC on both engines; a local time in such a column is a programming error.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(v => Checked(v), v => DateTime.SpecifyKind(v, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime value) =>
        value.Kind == DateTimeKind.Utc ? value : throw new ArgumentException("Instants are kept in UTC.", nameof(value));
}

public static class Columns
{
    /// <summary>How small lists and records are written into a text column.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Keeps a small list or record as JSON text, alike on both engines; a change inside it is noticed.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) where T : class? =>
        property.HasConversion(
            new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
                v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal),
                v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, Json), Json)!));
}
