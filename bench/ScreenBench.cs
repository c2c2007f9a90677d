using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using Fibril.Protocol;

namespace Fibril.Bench;

/// <summary>Decisions of candidacy on one core: people with nothing to report, and a mixed population with full findings.</summary>
public class ScreenBench
{
    private const double QuietAim = 2_000_000;
    private const double MixedAim = 500_000;
    private CaseFile[] quiet = [];
    private CaseFile[] mixed = [];

    /// <summary>Runs both and prints decisions a second and bytes a decision.</summary>
    public static async IAsyncEnumerable<Figure> RunAsync()
    {
        var artifacts = Directory.CreateTempSubdirectory("fibril-bench-"); // its log belongs in no repository
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts.FullName);
        var summary = await Task.Run(() => BenchmarkRunner.Run<ScreenBench>(config));
        artifacts.Delete(true);
        if (summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success))
        {
            throw new InvalidOperationException("The benchmark did not run; look at its log.");
        }

        yield return Rate(summary, nameof(Quiet), "screen.quiet", QuietAim);
        yield return Rate(summary, nameof(Mixed), "screen.mixed", MixedAim);
        yield return new("screen.bytes", Bytes(summary, nameof(Mixed)), "bytes/decision");
        yield return new("screen.bytes.quiet", Bytes(summary, nameof(Quiet)), "bytes/decision");
        yield return new("screen.findings", People.Mixed().Average(p => Candidacy.Decide(ProtocolPack.Current, p).Findings.Count), "findings/decision");
    }

    /// <summary>Makes the people.</summary>
    [GlobalSetup]
    public void Prepare() => (quiet, mixed) = (People.Quiet(), People.Mixed());

    /// <summary>Nothing fires.</summary>
    [Benchmark(OperationsPerInvoke = People.Count)]
    public int Quiet() => Decide(quiet);

    /// <summary>Full findings.</summary>
    [Benchmark(OperationsPerInvoke = People.Count)]
    public int Mixed() => Decide(mixed);

    private static int Decide(CaseFile[] people)
    {
        var findings = 0;
        foreach (var person in people)
        {
            findings += Candidacy.Decide(ProtocolPack.Current, person).Findings.Count;
        }

        return findings;
    }

    private static Figure Rate(Summary summary, string method, string name, double aim) =>
        new(name, 1e9 / Report(summary, method).ResultStatistics!.Median, "decisions/s/core", aim, MoreIsBetter: true);

    private static double Bytes(Summary summary, string method) => Report(summary, method) is var report
        ? report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0 : 0;

    private static BenchmarkReport Report(Summary summary, string method) =>
        summary.Reports.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
