using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>Marks of a map in words, and their points as text.</summary>
public static class SkinMarkWords
{
    public static IReadOnlyList<Option> Kinds { get; } = [.. Enum.GetValues<MarkKind>().Select(k => new Option(k.ToString(), Of(k)))];

    public static string Of(MarkKind kind) => kind switch
    {
        MarkKind.ActiveAcne => "Active acne",
        MarkKind.ColdSore => "Cold sore",
        MarkKind.OtherLesion => "Other lesion",
        MarkKind.Filler => "Filler (no-go area)",
        MarkKind.Tattoo => "Tattoo (no-go area)",
        MarkKind.Implant => "Implant (no-go area)",
        MarkKind.OtherArea => "Other no-go area",
        _ => kind.ToString(),
    };

    /// <summary>What and where: "Mole, cheek, left: large".</summary>
    public static string Of(SkinMark mark) => $"{Of(mark.Kind)}, {Where(mark)}{(mark.Note.Length > 0 ? $": {mark.Note}" : "")}";

    public static string Of(ZonePlace place) => $"{ProtocolPack.Current.SiteName(place.Zone)}, {Of(place.Side)}";

    /// <summary>How it is drawn, so that the drawing is sealed with the words.</summary>
    public static string Drawn(SkinMark mark)
    {
        var map = ZoneShapes.All.FirstOrDefault(v => v.Id == mark.View)?.Name ?? mark.View;
        return mark.IsSpot ? $"spot at {Write(mark.Points)} on the map {map}" : $"outline of {mark.Points.Count} points on the map {map}, {Seal(mark.Points)}";
    }

    /// <summary>Points as a form sends them: x,y;x,y. What is no point lies on no map.</summary>
    public static List<MapPoint> Read(string? text) => [.. (text ?? "").Split(';', SkinMarkRules.MostPoints + 2, StringSplitOptions.RemoveEmptyEntries).Select(Point)];

    public static string Write(IEnumerable<MapPoint> points) => string.Join(';', points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.#},{p.Y:0.#}")));

    private static string Where(SkinMark mark) =>
        $"{(mark.Zones.Count == 0 ? "beside the zones" : string.Join(" and ", mark.Zones.Select(z => ProtocolPack.Current.SiteName(z).ToLowerInvariant())))}, {Of(mark.Side)}";

    private static string Of(BodySide side) => side.ToString().ToLowerInvariant();

    private static string Seal(IEnumerable<MapPoint> points) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(points))))[..12];

    private static MapPoint Point(string text) => text.Split(',') is [var x, var y] ? new(Number(x), Number(y)) : new(double.NaN, double.NaN);

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Math.Round(value, 1) : double.NaN;
}
