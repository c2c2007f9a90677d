using Fibril.Pathway.Journey;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Journey;

public class StatesPageTests
{
    [Fact]
    public void States_page_says_what_the_table_says()
    {
        var file = Path.Combine(Repository.Root, "docs/pathway/states.md");
        if (Environment.GetEnvironmentVariable("FIBRIL_WRITE_DOCS") is { Length: > 0 })
        {
            File.WriteAllText(file, PhaseTable.Markdown());
        }

        var page = File.ReadAllText(file);

        Assert.Equal(PhaseTable.Markdown(), page.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Every_phase_has_its_row_in_the_order_of_the_enum()
    {
        Assert.Equal(Enum.GetValues<CoursePhase>(), PhaseTable.All.Select(r => r.Phase));
    }
}
