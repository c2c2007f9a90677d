using Fibril.Platform.Data;
using Fibril.Practice.Duty;
using Fibril.Practice.Products;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>The roster and the skin products of the demo clinic; makers and products are made up.</summary>
internal static class DemoShelf
{
    /// <param name="line">Who is on duty, in order of call.</param>
    public static void Fill(ClinicDb db, List<Guid> line)
    {
        db.AddRange(
            new DutySpan { Days = [.. DutyWords.Week.Take(5)], StartsAt = new(8, 0), EndsAt = new(8, 0), Line = line },
            new DutySpan { Days = [.. DutyWords.Week.Skip(5)], StartsAt = new(8, 0), EndsAt = new(8, 0), Line = [line[1], line[0]] },
            new SkinProduct { Name = "Calm barrier cream", Maker = "Example Skin", Gtin = "04006381333931", Ingredients = "Aqua, Glycerin, Squalane, Dimethicone, Panthenol, Ceramide NP, Cholesterol, Allantoin" },
            new SkinProduct { Name = "Night renewal serum", Maker = "Example Skin", Gtin = "05012345678900", Ingredients = "Aqua\nGlycerin\nSqualane\nDimethicone\nPanthenol\nCholesterol\nRetinyl Palmitate\nParfum" },
            new SkinProduct { Name = "Mineral sun cream 50", Maker = "Example Sun", Ingredients = "Zinc Oxide, Titanium Dioxide, Aqua, Dimethicone, Glycerin, CI 77491, CI 77492" });
    }
}
