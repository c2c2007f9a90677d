using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fibril.Platform.Cli;

/// <summary>How a verb answers: text for people or one JSON object on standard output, problems on standard error; UTF-8, whatever the terminal is set to.</summary>
public static class VerbAnswer
{
    /// <summary>Words in kebab case, null is an answer and is written.</summary>
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>Prints the answer in the form that was asked for.</summary>
    /// <param name="lines">The answer for people, a line each.</param>
    public static async Task<int> GiveAsync<T>(ParseResult parsed, T answer, Func<IEnumerable<string>> lines, int exit = 0)
    {
        var output = Output(parsed);
        await output.WriteAsync((parsed.GetValue(CliOptions.Json) ? JsonSerializer.Serialize(answer, Json) : string.Join('\n', lines())) + "\n");
        await output.FlushAsync();
        return exit;
    }

    /// <summary>Wrong input: one line per problem, nothing on standard output, exit code 2.</summary>
    public static async Task<int> RefuseAsync(ParseResult parsed, params IEnumerable<string> problems)
    {
        var errors = Errors(parsed);
        await errors.WriteAsync(string.Concat(problems.Select(p => p.ReplaceLineEndings(" ") + "\n")));
        await errors.FlushAsync();
        return 2;
    }

    /// <summary>Standard output.</summary>
    public static TextWriter Output(ParseResult parsed) => Utf8(parsed.InvocationConfiguration.Output, Console.Out, Console.OpenStandardOutput);

    /// <summary>Standard error.</summary>
    public static TextWriter Errors(ParseResult parsed) => Utf8(parsed.InvocationConfiguration.Error, Console.Error, Console.OpenStandardError);

    private static TextWriter Utf8(TextWriter given, TextWriter console, Func<Stream> open) =>
        ReferenceEquals(given, console) ? new StreamWriter(open(), new UTF8Encoding(false)) : given;
}
