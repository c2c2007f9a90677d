using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fibril.Protocol;

/// <summary>How contract documents are written: camelCase, kebab-case words, two spaces, line feeds, the same bytes every time.</summary>
internal static class ContractJson
{
    /// <summary>For facts: what was not given is not written.</summary>
    public static readonly JsonSerializerOptions Facts = Create(JsonIgnoreCondition.WhenWritingNull);

    /// <summary>For decisions: null is an answer and is written.</summary>
    public static readonly JsonSerializerOptions Decisions = Create(JsonIgnoreCondition.Never);

    /// <summary>The word of an enum value in the contract, such as <c>do-not-treat</c>.</summary>
    public static string Word<T>(T value) where T : struct, Enum => WordOf(typeof(T), value.ToString());

    /// <summary>All words of an enum, in the order of its values.</summary>
    public static IReadOnlyList<string> Words<T>() where T : struct, Enum => [.. Enum.GetNames<T>().Select(name => WordOf(typeof(T), name))];

    /// <summary>All words of an enum with their values.</summary>
    public static IReadOnlyDictionary<string, object> Words(Type type) =>
        Enum.GetNames(type).ToDictionary(name => WordOf(type, name), name => Enum.Parse(type, name), StringComparer.Ordinal);

    private static string WordOf(Type type, string name) =>
        type.GetField(name)?.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static JsonSerializerOptions Create(JsonIgnoreCondition nulls) => new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = nulls,
        // The text goes to a file or a terminal, never into HTML unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new PartialDateConverter(),
            new WholeNumberConverter(),
        },
    };

    /// <summary>A JSON integer may be written 3 or 3.0.</summary>
    private sealed class WholeNumberConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TryGetInt32(out var number) ? number : decimal.ToInt32(reader.GetDecimal());

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }

    private sealed class PartialDateConverter : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.TryParse(reader.GetString(), out var date) ? date : throw new JsonException("Not a date; write YYYY-MM-DD, YYYY-MM or YYYY.");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
