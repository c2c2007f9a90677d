using System.CommandLine;

namespace Fibril.Platform.Cli;

/// <summary>Options that every verb that touches data takes.</summary>
public static class CliOptions
{
    public static readonly Option<string?> Data = new("--data") { Description = "Folder with the database and the files (default: ./data)." };

    public static readonly Option<string?> Urls = new("--urls") { Description = "Address to listen on (default: http://127.0.0.1:5080)." };

    public static readonly Option<bool> Json = new("--json") { Description = "Prints one JSON document instead of text." };

    public static readonly Option<bool> DryRun = new("--dry-run") { Description = "Shows what would be done and writes nothing." };
}
