using Fibril.Protocol;
using Fibril.Tests.Protocol.Candidacies.Tables;

namespace Fibril.Tests.Protocol.Candidacies;

public class RuleCoverageTests
{
    private static readonly RuleTable[] Tables =
        [SkinTable.Rows, ScarTable.Rows, PersonTable.Rows, ProcedureTable.Rows, MedicineTable.Rows, PlanTable.Rows];

    public static TheoryData<string> Rules => [.. ProtocolPack.Current.Rules.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_row_that_fires_and_one_that_does_not(string rule)
    {
        var rows = Tables.SelectMany(t => t).Where(row => row.Data.Item1 == rule).ToList();

        Assert.Contains(rows, row => row.Data.Item3 != "-");
        Assert.Contains(rows, row => row.Data.Item3 == "-");
    }

    [Fact]
    public void Contract_names_115_rules() => Assert.Equal(115, ProtocolPack.Current.Rules.Count);
}
