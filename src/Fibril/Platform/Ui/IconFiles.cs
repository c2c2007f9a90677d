using System.Collections.Concurrent;

namespace Fibril.Platform.Ui;

/// <summary>Tabler's icons as inline SVG: hidden from screen readers, since words always stand beside them.</summary>
public sealed class IconFiles(IWebHostEnvironment host)
{
    private readonly ConcurrentDictionary<string, string> icons = new(StringComparer.Ordinal);

    public string Svg(string name) => icons.GetOrAdd(name, Read);

    private string Read(string name)
    {
        var file = host.WebRootFileProvider.GetFileInfo($"lib/icons/{name}.svg");
        if (!file.Exists)
        {
            throw new FileNotFoundException($"Icon '{name}' is not in the list of Fibril.csproj.");
        }

        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd().Replace("<svg", "<svg aria-hidden=\"true\" focusable=\"false\"", StringComparison.Ordinal);
    }
}
