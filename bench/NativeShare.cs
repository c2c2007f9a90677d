using System.Diagnostics.Tracing;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;
using Microsoft.Diagnostics.Tracing.Parsers.Clr;

namespace Fibril.Bench;

/// <summary>How much of some work is spent in native libraries: the runtime's own sampler looks at the working thread each millisecond and says whether it is in managed code.</summary>
internal static class NativeShare
{
    private const string Sampler = "Microsoft-DotNETCore-SampleProfiler";

    /// <summary>Share of the samples that were in native code, 0 to 1.</summary>
    /// <param name="work">Runs on one thread and never waits.</param>
    public static double Of(Action work)
    {
        var (native, managed, thread) = (0, 0, -1L);
        using var session = new DiagnosticsClient(Environment.ProcessId).StartEventPipeSession([new EventPipeProvider(Sampler, EventLevel.Informational)], requestRundown: false);
        var worker = new Thread(() =>
        {
            thread = OperatingSystem.IsLinux() ? long.Parse(Path.GetFileName(File.ResolveLinkTarget("/proc/thread-self", false)!.FullName), System.Globalization.CultureInfo.InvariantCulture) : -1;
            work();
            session.Stop();
        });
        using var source = new EventPipeEventSource(session.EventStream);
        source.Dynamic.All += _ => { };
        var sampler = new SampleProfilerTraceEventParser(source);
        sampler.ThreadSample += sample =>
        {
            if (sample.ThreadID == thread)
            {
                _ = sample.Type == ClrThreadSampleType.External ? native++ : managed++;
            }
        };
        worker.Start();
        source.Process();
        worker.Join();
        return native + managed > 0 ? native / (double)(native + managed) : throw new InvalidOperationException("The sampler saw nothing.");
    }
}
