using System.CommandLine;
using System.Globalization;
using Fibril.Pathway.Screening;
using Fibril.Platform.Cli;
using Fibril.Protocol;

namespace Fibril.Pathway.Plans;

/// <summary><c>fibril plan check CASE</c>: 0 when the plan was judged, whatever came out; 2 when the file is no valid case.</summary>
internal static class PlanVerbs
{
    private static readonly Argument<string> CaseName = new("CASE") { Description = "Case file (fibril.case/1); - reads standard input." };

    private static readonly Option<DateOnly?> On = CliValues.Day("--on", "Day of the first session, YYYY-MM-DD, in place of the file's.");

    private static readonly Option<string[]> With = new("--with") { Description = "Another treatment and its days from the session, such as filler-ha:-14 (before), prp:0 (same day). Repeatable." };

    public static Command Plan()
    {
        var check = new Command("check", "Holds a plan against caps, skin thickness, phototype, interval, label and other treatments.") { CaseName, On, With, CliOptions.Json };
        check.SetAction(RunAsync);
        return new Command("plan", "What a plan of treatment may look like.") { check };
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var pack = ProtocolPack.Current;
        List<string> problems = [];
        var with = (parsed.GetValue(With) ?? []).Select(w => CombinationOf(pack, w, problems)).OfType<PlannedCombination>().ToList();
        var reading = await ScreenReader.ReadCaseAsync(parsed.GetValue(CaseName)!, parsed.GetValue(On), stop);
        problems.AddRange(reading.Problems);
        if (reading.Case is not { } file || problems.Count > 0)
        {
            return await VerbAnswer.RefuseAsync(parsed, problems);
        }

        var plan = PlanFactsOf.OfCase(pack, file, with);
        var answer = PlanCheckAnswer.Of(pack, plan, PlanCheck.Check(pack, plan));
        return await VerbAnswer.GiveAsync(parsed, answer, () => PlanCheckText.Of(pack, answer));
    }

    private static PlannedCombination? CombinationOf(ProtocolPack pack, string text, List<string> problems)
    {
        var known = pack.PlanKnowledge.Combinations.Select(c => c.Id).Concat(pack.Procedures.Select(p => p.Id)).Distinct().ToList();
        if (text.Split(':') is not [var id, var days] || !int.TryParse(days, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var from) || Math.Abs(from) > 3650)
        {
            problems.Add($"--with: \"{text}\" is not treatment:days, such as filler-ha:-14.");
            return null;
        }

        if (!known.Contains(id))
        {
            problems.Add($"--with: \"{id}\" is not known; there are {string.Join(", ", known)}.");
            return null;
        }

        return new(id, from);
    }
}
