using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Fibril.EndToEnd.Support;

/// <summary>
/// What visitors found wrong on their way. Every page is looked at for its width and its console; axe, which takes a second,
/// reads each kind of page once: the same address but for its ids, with the same headings, in a window of the same width.
/// </summary>
public sealed partial class Looks
{
    private readonly ConcurrentDictionary<string, bool> kinds = new();
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyCollection<string> Faults => faults;

    public bool IsNew(string path, string headings, int width) => kinds.TryAdd($"{width} {Ids().Replace(path, "…")} {headings}", true);

    public void Add(string page, IEnumerable<string> found)
    {
        foreach (var fault in found)
        {
            faults.Enqueue($"{page} {fault}");
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/(q|check|read)/)[a-z-]+")]
    private static partial Regex Ids();
}
