using System.CommandLine;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>The pack that a verb works on: the shipped one, or a folder of YAML files.</summary>
/// <param name="Files">Name relative to the folder, and text; empty when it cannot be read.</param>
/// <param name="Place">What stands before a file's name when a place is named.</param>
/// <param name="Problem">Why it cannot be read; null when it can.</param>
public sealed record PackFolder(IReadOnlyDictionary<string, string> Files, string Place, string? Problem = null)
{
    /// <summary>The word for the pack inside the program.</summary>
    public const string Shipped = "shipped";

    /// <summary>A folder in place of the shipped pack.</summary>
    public static readonly Option<string?> Option = new("--pack") { Description = "Folder with a protocol's YAML files (default: the one this program carries)." };

    /// <summary>Reads every <c>*.yaml</c> below a folder.</summary>
    /// <param name="folder">Null, or the word <c>shipped</c>: the pack inside the program.</param>
    public static PackFolder Read(string? folder)
    {
        if (folder is null or Shipped)
        {
            return new(ProtocolPack.Current.Contents, "protocol/");
        }

        var place = folder.EndsWith('/') ? folder : folder + "/";
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
                .ToDictionary(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText);
            return new(files, place, files.Count == 0 ? $"{folder}: holds no *.yaml file; name the folder in which pack.yaml lies." : null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(new Dictionary<string, string>(), place, $"{folder}: cannot be read. {e.Message}");
        }
    }

    /// <summary>The pack, or every reason why it is none, with file and line.</summary>
    public (ProtocolPack? Pack, IReadOnlyList<string> Problems) Load()
    {
        if (Problem is not null)
        {
            return (null, [Problem]);
        }

        var report = PackCheck.Check(Files, DateOnly.MinValue);
        return report.IsClean ? (ProtocolPack.From(Files), []) : (null, [.. report.Problems.Select(Line)]);
    }

    /// <summary>A problem with its place as an editor opens it.</summary>
    public string Line(PackProblem problem) =>
        $"{Place}{problem.File}{(problem.Line is { } line ? $":{line}" : "")}: {problem.Sentence.ReplaceLineEndings(" ")}";
}
