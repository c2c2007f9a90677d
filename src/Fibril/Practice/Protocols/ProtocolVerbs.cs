using System.CommandLine;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary><c>fibril protocol check|show RULE|diff A B|verify|publish</c>: what the clinic decides by, and whether it can be relied on.</summary>
internal static class ProtocolVerbs
{
    private static readonly Argument<string> RuleId = new("RULE") { Description = "Id of a rule, such as C06a." };

    private static readonly Argument<string> Before = new("A") { Description = "Folder of a pack, or the word shipped." };

    private static readonly Argument<string> After = new("B") { Description = "Folder of another pack, or the word shipped." };

    private static readonly Option<DateOnly?> On = CliValues.Day("--on", "Day by which reviews are due, YYYY-MM-DD (default: today).");

    public static Command Protocol(TimeProvider? clock = null)
    {
        var check = new Command("check", "Reads the protocol strictly, with every reference, and warns of rules past their review. Exit 0: usable, 1: broken.") { PackFolder.Option, On, CliOptions.Json };
        check.SetAction((parsed, _) => CheckAsync(parsed, clock ?? TimeProvider.System));
        var show = new Command("show", "Shows one rule: what it says, to whom, on what ground, and what feeds it.") { RuleId, PackFolder.Option, CliOptions.Json };
        show.SetAction((parsed, _) => ShowAsync(parsed));
        var diff = new Command("diff", "Compares two protocols rule by rule. Exit 0: equal, 1: different.") { Before, After, CliOptions.Json };
        diff.SetAction((parsed, _) => DiffAsync(parsed));
        return new Command("protocol", "The clinical rules that the program decides by.") { check, show, diff, VerifyVerb.Create(), PublishVerb.Create() };
    }

    private static Task<int> CheckAsync(ParseResult parsed, TimeProvider clock)
    {
        var folder = PackFolder.Read(parsed.GetValue(PackFolder.Option));
        if (folder.Problem is not null)
        {
            return VerbAnswer.RefuseAsync(parsed, folder.Problem);
        }

        var report = PackCheck.Check(folder.Files, parsed.GetValue(On) ?? DateOnly.FromDateTime(clock.Now()));
        return VerbAnswer.GiveAsync(parsed, PackAnswer.Of(report), () => PackText.Check(folder, report), report.IsClean ? 0 : 1);
    }

    private static Task<int> ShowAsync(ParseResult parsed)
    {
        var (pack, problems) = PackFolder.Read(parsed.GetValue(PackFolder.Option)).Load();
        if (pack is null)
        {
            return VerbAnswer.RefuseAsync(parsed, problems);
        }

        var id = parsed.GetValue(RuleId)!;
        if (pack.Rules.FirstOrDefault(r => r.Id == id) is not { } rule)
        {
            var near = Spelling.Near(id, pack.Rules.Select(r => r.Id), most: 5);
            return VerbAnswer.RefuseAsync(parsed, $"RULE: there is no rule \"{id}\"; {(near.Count > 0 ? $"the nearest are {string.Join(", ", near)}" : $"there are {pack.Rules.Count}, from {pack.Rules[0].Id} to {pack.Rules[^1].Id}")}.");
        }

        var answer = RuleAnswer.Of(pack, rule);
        return VerbAnswer.GiveAsync(parsed, answer, () => RuleLines.Of(pack, answer));
    }

    private static Task<int> DiffAsync(ParseResult parsed)
    {
        var (before, wrongBefore) = PackFolder.Read(parsed.GetValue(Before)).Load();
        var (after, wrongAfter) = PackFolder.Read(parsed.GetValue(After)).Load();
        if (before is null || after is null)
        {
            return VerbAnswer.RefuseAsync(parsed, wrongBefore.Concat(wrongAfter).Distinct());
        }

        var difference = PackDiff.Between(before, after);
        return VerbAnswer.GiveAsync(parsed, difference, () => PackText.Difference(difference), difference.IsEqual ? 0 : 1);
    }
}
