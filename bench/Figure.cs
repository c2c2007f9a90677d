using System.Globalization;
using System.Text.Json;

namespace Fibril.Bench;

/// <summary>One measured value; null where nobody has set a limit, which is a least one where more is better.</summary>
public sealed record Figure(string Name, double Value, string Unit, double? Limit = null, bool MoreIsBetter = false)
{
    public string ToJson() => JsonSerializer.Serialize(new { name = Name, value = Math.Round(Value, 3), unit = Unit, limit = Limit });

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name,-42} {Value,12:0.00} {Unit}{(Limit is { } limit ? $"   {(MoreIsBetter ? "aim" : "limit")} {limit:0.##} {Unit}{(IsMissed ? "   MISSED" : "")}" : "")}");

    private bool IsMissed => MoreIsBetter ? Value < Limit : Value > Limit;
}
