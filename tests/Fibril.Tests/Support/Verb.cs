namespace Fibril.Tests.Support;

/// <summary>What a verb of the command line answered.</summary>
public sealed record Verb(int Code, string Output, string Error)
{
    public static async Task<Verb> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await Commands.RunAsync(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a verb on a file that is gone afterwards; <c>FILE</c> among the words is its name.</summary>
    public static async Task<Verb> OnFileAsync(string text, params string[] args)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, text);
            return await RunAsync([.. args.Select(a => a == "FILE" ? file : a)]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Wrong input: code 2, nothing on standard output, each of these words in the problems.</summary>
    public void IsRefused(params string[] words)
    {
        Assert.Equal(2, Code);
        Assert.Empty(Output);
        Assert.All(words, w => Assert.Contains(w, Error, StringComparison.Ordinal));
    }
}
