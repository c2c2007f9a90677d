using Fibril.Bench;

// bin/bench NAME [--json]. Figures are printed beside their limits and never asserted: a busy machine is no failure.
Dictionary<string, Func<IAsyncEnumerable<Figure>>> benches = new()
{
    ["start"] = StartBench.RunAsync,
    ["screen"] = ScreenBench.RunAsync,
    ["photo"] = PhotoBench.RunAsync,
    ["day"] = DayBench.RunAsync,
    ["recall"] = RecallBench.RunAsync,
    ["booking"] = BookingBench.RunAsync,
};
if (args is [PhotoShare.Verb, var before, var after])
{
    PhotoShare.Run(before, after);
    return 0;
}

if (args.Length == 0 || !benches.TryGetValue(args[0], out var bench))
{
    await Console.Error.WriteLineAsync($"bin/bench NAME [--json], where NAME is one of: {string.Join(", ", benches.Keys)}");
    return 2;
}

await foreach (var figure in bench())
{
    Console.WriteLine(args.Contains("--json") ? figure.ToJson() : figure.ToString());
}

return Environment.ExitCode; // set when an engine to compare with could not be measured
