using Fibril.Protocol;
using Fibril.Tests.Protocol.Candidacies.Tables;

namespace Fibril.Tests.Protocol.Candidacies;

public class RuleCoverageTests
{
    private static readonly RuleTable[] Tables =
        [SkinTable.Rows, ScarTable.Rows, PersonTable.Rows, ProcedureTable.Rows, MedicineTable.Rows, PlanTable.Rows];

    internal static IEnumerable<(string Rule, string Facts, string Expected)> AllRows => Tables.SelectMany(t => t).Select(row => row.Data);

    public static TheoryData<string> Rules => [.. ProtocolPack.Current.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_row_that_fires_and_one_that_does_not(string rule)
    {
        var rows = AllRows.Where(row => row.Rule == rule).ToList();

        Assert.Contains(rows, row => row.Expected != "-");
        Assert.Contains(rows, row => row.Expected == "-");
    }

    [Fact]
    public void Contract_names_115_rules() => Assert.Equal(115, ProtocolPack.Current.Rules.Count);
}
