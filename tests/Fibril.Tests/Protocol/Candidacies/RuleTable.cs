using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

/// <summary>
/// Rows of a rule table: rule, facts on top of the clean case, and what the rule says: <c>-</c> when it does not fire, or words
/// of which every one must hold for one finding: effect, date or <c>no-date</c>, <c>by:</c> who may override, <c>@</c> zones, <c>met</c> or <c>unmet</c>.
/// Several findings are parted by a slash.
/// </summary>
internal sealed class RuleTable : TheoryData<string, string, string>
{
    public static void Check(string rule, string facts, string expected)
    {
        var findings = Cases.Decide(facts).Findings.Where(f => f.Rule == rule).Select(Words).ToList();

        var wanted = expected == "-" ? [] : expected.Split('/', StringSplitOptions.TrimEntries);
        Assert.Equal(wanted.Length, findings.Count);
        foreach (var words in wanted.Select(w => w.Split(' ')))
        {
            Assert.Contains(findings, found => words.All(found.Contains));
        }
    }

    private static HashSet<string> Words(Finding finding) =>
    [
        Kebab(finding.Effect.ToString()),
        finding.NotBefore?.ToString("yyyy-MM-dd") ?? "no-date",
        finding.Until is null ? "no-until" : "until",
        "by:" + Kebab(finding.OverridableBy.ToString()),
        "@" + string.Join(',', finding.Zones),
        Kebab(finding.Scope.ToString()),
        finding.Met switch { true => "met", false => "unmet", null => "no-met" },
    ];

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
