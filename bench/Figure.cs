using System.Globalization;
using System.Text.Json;

namespace Fibril.Bench;

/// <summary>One measured value; null where nobody has set a limit.</summary>
public sealed record Figure(string Name, double Value, string Unit, double? Limit = null)
{
    public string ToJson() => JsonSerializer.Serialize(new { name = Name, value = Math.Round(Value, 3), unit = Unit, limit = Limit });

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name,-24} {Value,8:0.00} {Unit}{(Limit is { } limit ? $"   limit {limit:0.##} {Unit}{(Value > limit ? "   OVER" : "")}" : "")}");
}
