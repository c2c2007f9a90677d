using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Fibril.Protocol;

/// <summary>YAML into records, strictly: an unknown, doubled or missing key is an error with its place.</summary>
internal static partial class StrictYaml
{
    private static readonly IDeserializer Deserializer = new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithTypeConverter(new DateOnlyConverter())
        .WithTypeConverter(new EnumWordConverter())
        .WithNodeDeserializer(new ReadOnlyCollections(), where => where.OnTop())
        .WithEnforceRequiredMembers()
        .WithDuplicateKeyChecking()
        .Build();

    /// <exception cref="ProtocolException">The text does not fit <typeparamref name="T"/>.</exception>
    public static T Read<T>(string file, string text)
    {
        try
        {
            return Deserializer.Deserialize<T>(text) ?? throw new ProtocolException($"{file}: is empty.");
        }
        catch (YamlException e)
        {
            throw new ProtocolException($"{file}:{e.Start.Line}: {Plain((e.InnerException ?? e).Message)}", e);
        }
    }

    /// <summary>The reader names its own types; people know keys.</summary>
    private static string Plain(string message)
    {
        if (UnknownKey().Match(message) is { Success: true } unknown && typeof(StrictYaml).Assembly.GetType(unknown.Groups[2].Value) is { } type)
        {
            var keys = type.GetProperties().Where(p => p.GetSetMethod() is not null && !p.IsDefined(typeof(YamlIgnoreAttribute), false)).Select(p => CamelCaseNamingConvention.Instance.Apply(p.Name)).ToList();
            return $"there is no key '{unknown.Groups[1].Value}' here{Spelling.Hint(unknown.Groups[1].Value, keys)}; use one of {string.Join(", ", keys)}.";
        }

        return MissingKeys().Match(message) is { Success: true } missing ? $"{missing.Groups[1].Value} is missing; every entry needs it." : message;
    }

    [GeneratedRegex("Property '([^']+)' not found on type '([^']+)'")]
    private static partial Regex UnknownKey();

    [GeneratedRegex("Missing properties, (.+) in source yaml")]
    private static partial Regex MissingKeys();

    /// <summary>The reader knows how to fill lists and dictionaries, not their read-only faces.</summary>
    private sealed class ReadOnlyCollections : INodeDeserializer
    {
        private static readonly Dictionary<Type, Type> Filled = new()
        {
            [typeof(IReadOnlyList<>)] = typeof(List<>),
            [typeof(IReadOnlyCollection<>)] = typeof(List<>),
            [typeof(IReadOnlyDictionary<,>)] = typeof(Dictionary<,>),
        };

        public bool Deserialize(
            IParser reader, Type expectedType, Func<IParser, Type, object?> nestedObjectDeserializer, out object? value, ObjectDeserializer rootDeserializer)
        {
            value = null;
            if (!expectedType.IsGenericType || !Filled.TryGetValue(expectedType.GetGenericTypeDefinition(), out var type))
            {
                return false;
            }

            value = nestedObjectDeserializer(reader, type.MakeGenericType(expectedType.GetGenericArguments()));
            return true;
        }
    }

    /// <summary>An enum value by its word in the contracts, such as <c>within-72-hours</c>.</summary>
    private sealed class EnumWordConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

        public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<Scalar>();
            var words = ContractJson.Words(Nullable.GetUnderlyingType(type) ?? type);
            return words.TryGetValue(scalar.Value, out var value)
                ? value
                : throw new YamlException(scalar.Start, scalar.End, $"'{scalar.Value}' is not known here; use one of {string.Join(", ", words.Keys)}.");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("The pack is read, never written.");
    }

    private sealed class DateOnlyConverter : IYamlTypeConverter
    {
        public bool Accepts(Type type) => type == typeof(DateOnly) || type == typeof(DateOnly?);

        public object? ReadYaml(IParser parser, Type type, ObjectDeserializer rootDeserializer)
        {
            var scalar = parser.Consume<Scalar>();
            return DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw new YamlException(scalar.Start, scalar.End, $"'{scalar.Value}' is not a day; write it like 2026-11-22.");
        }

        public void WriteYaml(IEmitter emitter, object? value, Type type, ObjectSerializer serializer) =>
            throw new NotSupportedException("The pack is read, never written.");
    }
}
