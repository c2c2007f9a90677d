namespace Fibril.Pathway.Sessions;

/// <summary>One zone on a map: both sides are one shape.</summary>
/// <param name="Path">SVG path in the units of the view.</param>
public sealed record ZoneShape(string Zone, string Path)
{
    /// <summary>The path as closed rings, one for each part of it.</summary>
    public IReadOnlyList<IReadOnlyList<MapPoint>> Rings { get; } = ZonePath.Rings(Path);
}

/// <summary>One view of the body with its zones. Drawn by hand for finding a zone, not for measuring one.</summary>
/// <param name="Id">How it is named in addresses and records.</param>
/// <param name="Outline">SVG path of what is seen around the zones.</param>
/// <param name="Shapes">What lies above comes later.</param>
/// <param name="FromBehind">The person's left is at the left.</param>
/// <param name="Side">The one side that is seen; null where both are.</param>
public sealed record ZoneView(string Id, string Name, int Width, int Height, string Outline, IReadOnlyList<ZoneShape> Shapes, bool FromBehind = false, BodySide? Side = null);

/// <summary>The views on which the zones of the vocabulary lie.</summary>
public static class ZoneShapes
{
    public static readonly ZoneView Face = new("face", "Face", 240, 345, "M120 12C190 12 204 60 202 120C200 190 170 268 120 270C70 268 40 190 38 120C36 60 50 12 120 12Z",
    [
        new("scalp", "M42 100C42 45 78 16 120 16S198 45 198 100C184 70 160 60 120 60S56 70 42 100Z"),
        new("forehead", "M52 98C65 72 90 64 120 64S175 72 188 98L170 112Q145 104 132 112H108Q95 104 70 112Z"),
        new("glabella", "M107 114H133V138H107Z"),
        new("temple", "M46 104L66 114L60 150L44 150ZM194 104L174 114L180 150L196 150Z"),
        new("periorbital", "M68 116Q88 106 105 116V150Q88 162 64 151ZM172 116Q152 106 135 116V150Q152 162 176 151Z"),
        new("eyelid", "M76 134C76 123 98 123 98 134C98 145 76 145 76 134ZM142 134C142 123 164 123 164 134C164 145 142 145 142 134Z"),
        new("nose-bridge", "M109 140H131L135 174H105Z"),
        new("nose-tip", "M104 176H136Q142 190 134 196H106Q98 190 104 176Z"),
        new("nostril-rim", "M107 197H117V202H107ZM123 197H133V202H123Z"),
        new("zygoma", "M46 154L64 154Q84 165 103 153L101 175Q74 184 48 172ZM194 154L176 154Q156 165 137 153L139 175Q166 184 192 172Z"),
        new("cheek", "M49 176Q76 188 100 179L98 200Q88 214 86 237L66 230Q53 210 49 176ZM191 176Q164 188 140 179L142 200Q152 214 154 237L174 230Q187 210 191 176Z"),
        new("perioral", "M104 204H136Q150 216 147 239Q120 247 93 239Q90 216 104 204Z"),
        new("vermilion", "M100 222Q120 211 140 222Q120 236 100 222Z"),
        new("chin", "M94 243Q120 250 146 243L140 263Q120 270 100 263Z"),
        new("jawline", "M66 233L89 241L95 262Q76 254 66 233ZM174 233L151 241L145 262Q164 254 174 233Z"),
        new("neck", "M90 274Q120 286 150 274V308H90Z"),
        new("decolletage", "M56 318L90 312H150L184 318L194 342H46Z"),
    ]);

    public static readonly ZoneView Front = new("body-front", "Body, front", 120, 290, "M60 4A16 18 0 0 1 68 36L88 46Q104 50 108 80L114 160L104 178L96 160L92 96L84 146L82 284H66L60 160L54 284H38L36 146L28 96L24 160L16 178L6 160L12 80Q16 50 32 46L52 36A16 18 0 0 1 60 4Z",
    [
        new("neck", "M52 34H68V44H52Z"),
        new("decolletage", "M36 48H84L79 72H41Z"),
        new("upper-arm", "M16 62L30 54L27 102H12ZM104 62L90 54L93 102H108Z"),
        new("abdomen", "M37 98H83L84 140H36Z"),
        new("hand-dorsum", "M7 156H23L18 178H12ZM113 156H97L102 178H108Z"),
        new("thigh", "M37 148H59L56 206H38ZM83 148H61L64 206H82Z"),
        new("lower-leg", "M39 218H55L53 276H40ZM81 218H65L67 276H80Z"),
    ]);

    public static readonly ZoneView Back = new("body-back", "Body, back", 120, 290, Front.Outline,
    [
        new("scalp", "M46 12C50 2 70 2 74 12L72 26H48Z"),
        new("back", "M36 48H84L82 112H38Z"),
        new("buttock", "M37 118H83L84 148H36Z"),
    ], FromBehind: true);

    /// <summary>The same zones as on <see cref="Face"/>, seen from the side.</summary>
    public static readonly IReadOnlyList<ZoneView> Sides = [ZoneProfiles.Left, ZoneProfiles.Right];

    public static readonly IReadOnlyList<ZoneView> All = [Face, .. Sides, Front, Back];

    /// <summary>The views on which at least one of the zones lies; the face where none does. Source: session record.</summary>
    public static IReadOnlyList<ZoneView> For(IReadOnlyCollection<string> zones)
    {
        var views = zones.Where(z => z != "face").Select(z => All.FirstOrDefault(v => v.Shapes.Any(s => s.Zone == z))).OfType<ZoneView>().Distinct().ToList();
        return views.Count == 0 || (zones.Contains("face") && !views.Contains(Face)) ? [Face, .. views] : views;
    }
}
