using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary><c>fibril anaesthetic PRODUCT</c>: 0 when the guard answered, allowed or not; 2 when something is missing or unknown.</summary>
internal static class AnaestheticVerb
{
    private static readonly Argument<string> Product = new("PRODUCT") { Description = "Id of the cream, such as lidocaine-prilocaine." };

    private static readonly Option<decimal?> Grams = CliValues.Number("--grams", "Grams of cream.", 0, 500);

    private static readonly Option<decimal?> Area = CliValues.Number("--area", "Area under the cream, cm2.", 0, 20_000);

    private static readonly Option<decimal?> Weight = CliValues.Number("--weight", "Body weight, kg.", 1, 500);

    private static readonly Option<decimal?> Dwell = CliValues.Number("--dwell", "Minutes that the cream was on; without it only the amount is judged.", 0, 1440);

    private static readonly Option<bool> StillOn = new("--still-on") { Description = "The cream has not been wiped off yet." };

    private static readonly Option<decimal?> Strength = CliValues.Number("--mg-per-gram", "Milligrams of amide (lidocaine and prilocaine) in a gram, as on the jar of a compounded cream; without it the protocol's assumption counts.", 0.1m, 1000);

    private static readonly Option<string[]> Has = new("--has") { Description = "Condition or allergy on record, such as methaemoglobinaemia. Repeatable." };

    private static readonly Option<bool> Ordered = new("--ordered") { Description = "A physician has ordered it." };

    private static readonly Option<bool> Eczema = new("--eczema") { Description = "Atopic dermatitis, now or before." };

    private static readonly Option<bool> Needled = new("--needled") { Description = "The skin has already been needled today." };

    private static readonly Option<string[]> Also = new("--also") { Description = "Another cream of the day as product:grams:area, such as lidocaine-4:5:30; a compounded one may have :mg-per-gram behind. Repeatable." };

    public static Command Create()
    {
        var verb = new Command("anaesthetic", "Holds a numbing cream against its ceilings: grams, area, weight, time, other creams, what is on record.")
        {
            Product, Grams, Area, Weight, Dwell, StillOn, Strength, Has, Ordered, Eczema, Needled, Also, CliOptions.Json,
        };
        verb.SetAction((parsed, _) => RunAsync(parsed));
        return verb;
    }

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var pack = ProtocolPack.Current;
        AnaestheticAsk ask = new(parsed.GetValue(Product)!, parsed.GetValue(Grams), parsed.GetValue(Area), parsed.GetValue(Also) ?? [])
        {
            WeightKg = parsed.GetValue(Weight),
            DwellMinutes = parsed.GetValue(Dwell),
            IsStillOn = parsed.GetValue(StillOn),
            AmideMgPerGram = parsed.GetValue(Strength),
            Has = parsed.GetValue(Has) ?? [],
            IsOrdered = parsed.GetValue(Ordered),
            HasEczema = parsed.GetValue(Eczema),
            IsNeedled = parsed.GetValue(Needled),
        };
        var problems = ask.Problems(pack).ToList();
        if (problems.Count > 0)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        var answer = AnaestheticAnswer.Of(pack, ask);
        return await VerbAnswer.GiveAsync(parsed, answer, () => answer.Lines(pack));
    }
}
