using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Fibril.Bench;

/// <summary>One run of BenchmarkDotNet, with the same settings for everything that is compared.</summary>
internal static class Measurement
{
    /// <summary>Runs these methods of a class.</summary>
    /// <exception cref="InvalidOperationException">One of them did not run.</exception>
    public static async Task<Summary> RunAsync(Type bench, params string[] methods)
    {
        var artifacts = Directory.CreateTempSubdirectory("fibril-bench-"); // its log belongs in no repository
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance).WithWarmupCount(8).WithIterationCount(15))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(NullLogger.Instance)
            .WithArtifactsPath(artifacts.FullName);
        var summary = await Task.Run(() => BenchmarkRunner.Run(bench, [.. methods.Select(m => bench.GetMethod(m)!)], config));
        artifacts.Delete(true);
        return summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success)
            ? throw new InvalidOperationException("The benchmark did not run; look at its log.")
            : summary;
    }

    /// <summary>Operations a second, by the median of the runs.</summary>
    public static double Rate(Summary summary, string method) => 1e9 / Report(summary, method).ResultStatistics!.Median;

    /// <summary>What was measured of one method.</summary>
    public static BenchmarkReport Report(Summary summary, string method) =>
        summary.Reports.Single(r => r.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
}
