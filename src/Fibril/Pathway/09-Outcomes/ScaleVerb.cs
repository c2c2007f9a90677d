using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Outcomes;

/// <summary><c>fibril scale [NAME [ITEM=VALUE…]]</c>: 0 when it answered, 2 for an unknown scale or values that do not fit.</summary>
internal static class ScaleVerb
{
    private static readonly Argument<string?> Name = new("NAME") { Description = "Id of the scale; without it all scales are listed.", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Argument<string[]> Values = new("VALUES") { Description = "A value for each item, as item=value, or all values in the order of the items.", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<decimal?> Before = CliValues.Number("--before", "First score.", -1000, 10_000);

    private static readonly Option<decimal?> After = CliValues.Number("--after", "Later score.", -1000, 10_000);

    public static Command Create()
    {
        var verb = new Command("scale", "Lists the outcome scales, shows one, scores its items, or says what a change between two scores means.") { Name, Values, Before, After, CliOptions.Json };
        verb.SetAction((parsed, _) => RunAsync(parsed));
        return verb;
    }

    private static Task<int> RunAsync(ParseResult parsed)
    {
        var pack = ProtocolPack.Current;
        if (parsed.GetValue(Name) is not { } name)
        {
            ScaleList list = new(pack.Scales, pack.ImportedScales);
            return VerbAnswer.GiveAsync(parsed, list, () => ScaleText.All(list));
        }

        ScaleAsk ask = new(name, parsed.GetValue(Values) ?? [], parsed.GetValue(Before), parsed.GetValue(After));
        var problems = ask.Problems(pack).ToList();
        if (problems.Count > 0)
        {
            return VerbAnswer.RefuseAsync(parsed, problems);
        }

        var answer = ask.Answer(pack);
        return VerbAnswer.GiveAsync(parsed, answer, () => ScaleText.Of(pack, answer));
    }
}
