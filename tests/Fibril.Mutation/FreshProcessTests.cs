using System.Diagnostics;

namespace Fibril.Mutation;

/// <summary>
/// What a process makes once and keeps, such as the names of the language, is made before a mutant in it comes. So these
/// tests run again in a process that begins with the mutant. Stryker runs this for mutants of static values and for no others.
/// </summary>
public class FreshProcessTests
{
    private static readonly string[] Again = ["*.ContractCaseTests", "*.JudgingTests", "*.ExpressionTests", "*.ExpressionReaderTests"];

    [Fact]
    public async Task Decisions_stand_in_a_process_that_has_made_nothing_yet()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FreshProcessTests).Assembly.Location, .. Again.SelectMany(name => new[] { "--filter-class", name }), "--progress", "off"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var coverage in start.Environment.Keys.Where(key => key.StartsWith("STRYKER_COVERAGE", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(coverage);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, said);
    }
}
