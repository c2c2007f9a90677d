using Fibril.Practice.Stock;

namespace Fibril.Practice.Products;

/// <summary>The number under a barcode: EAN-8, UPC-A, EAN-13 or GTIN-14. Source: GS1 General Specifications 7.9, check digit.</summary>
public static class Barcode
{
    /// <returns>The GTIN-14, or what is wrong with the number, in words for who typed it.</returns>
    public static (string? Gtin, string? Problem) Read(string? text)
    {
        var number = string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));
        return number switch
        {
            { Length: 0 } => (null, "There is no number. Scan the barcode, or type the number under it."),
            _ when !number.All(char.IsAsciiDigit) || number.Length is not (8 or 12 or 13 or 14) => (null, "A barcode has 8, 12, 13 or 14 figures. Type all that stand under it, the small ones at the sides too."),
            _ when !Gs1Code.HasCheckDigit(number) => (null, "This number is not right: its last figure does not fit the others. Compare it with the pack."),
            _ => (number.PadLeft(14, '0'), null),
        };
    }

    /// <summary>As it stands under the bars: without the zeros in front that the database keeps.</summary>
    public static string Shown(string gtin) => gtin.TrimStart('0') is { Length: <= 8 } shortOne ? shortOne.PadLeft(8, '0') : gtin.TrimStart('0').PadLeft(gtin[0] == '0' ? 13 : 14, '0');
}
