namespace Fibril.Pathway.Sessions;

/// <summary>The face from its two sides: one drawing and its mirror image.</summary>
public static class ZoneProfiles
{
    /// <summary>The person's left side; the nose is at the left.</summary>
    public static readonly ZoneView Left = new("face-left", "Face, left side", 240, 345, "M60 92C64 40 100 16 140 16C190 16 222 56 220 112C219 150 208 180 192 200C188 240 192 290 198 330H112C110 310 104 292 96 284C80 286 60 284 52 274C46 266 48 258 50 252C44 248 42 244 45 238C40 234 40 230 44 226C42 220 44 214 46 208C36 206 26 202 24 196C24 188 44 170 50 150C48 138 50 126 54 118C52 110 56 100 60 92ZM140 154C152 146 162 156 157 172C154 184 148 194 142 192C137 186 138 166 140 154Z",
    [
        new("scalp", "M78 62C96 30 118 18 140 16C190 16 222 56 220 112C219 150 208 180 192 200L174 196C180 172 176 154 162 142L134 130C126 108 106 84 78 62Z"),
        new("forehead", "M76 64C104 86 122 108 130 130L98 118Q78 112 56 114C54 106 56 98 61 92C64 82 70 72 76 64Z"),
        new("temple", "M98 121L130 132L136 134L136 152L108 148Z"),
        new("glabella", "M55 117L68 116L66 138L52 138Q50 126 55 117Z"),
        new("periorbital", "M70 117Q84 114 95 120L105 148Q90 160 66 154L69 139Z"),
        new("eyelid", "M72 136C74 127 92 127 95 137C93 146 76 147 72 136Z"),
        new("nose-bridge", "M52 141L66 141L61 176L38 178C44 168 51 156 52 141Z"),
        new("nose-tip", "M37 181L61 179Q66 190 59 197L28 198C24 192 30 186 37 181Z"),
        new("nostril-rim", "M35 199H58L56 205H42Z"),
        new("zygoma", "M66 157Q92 163 108 151L134 155L132 174Q98 184 64 178Z"),
        new("cheek", "M64 181Q100 187 131 177L127 215L108 233L87 237Q79 214 63 204Q69 192 64 181Z"),
        new("perioral", "M46 208L60 206Q76 214 84 238L70 249L51 251Q44 246 46 240L62 238Q70 230 60 220L46 222Q43 214 46 208Z"),
        new("vermilion", "M45 224Q54 219 64 229Q58 237 46 238Q40 231 45 224Z"),
        new("chin", "M52 254L70 252L82 260L80 281Q62 282 53 274Q47 266 52 254Z"),
        new("jawline", "M88 240L109 236L129 217L135 196L147 200L140 238L112 272L84 281L85 260L74 251Z"),
        new("neck", "M102 284L115 273L143 240L150 203L188 202C186 240 190 290 196 328H115C113 310 108 294 102 284Z"),
    ], Side: BodySide.Left);

    /// <summary>The person's right side.</summary>
    public static readonly ZoneView Right = Left with
    {
        Id = "face-right", Name = "Face, right side", Side = BodySide.Right,
        Outline = ZonePath.Mirror(Left.Outline, Left.Width),
        Shapes = [.. Left.Shapes.Select(s => new ZoneShape(s.Zone, ZonePath.Mirror(s.Path, Left.Width)))],
    };
}
