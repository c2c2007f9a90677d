namespace Fibril.EndToEnd.Support;

/// <summary>Where pictures go: a temporary folder, or the documentation when it is being written.</summary>
public static class Screens
{
    public static string Folder { get; } = Environment.GetEnvironmentVariable("FIBRIL_WRITE_DOCS") is { Length: > 0 }
        ? Path.Combine(Root(), "docs", "screens")
        : Directory.CreateTempSubdirectory("fibril-screens-").FullName;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Fibril.slnx")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
