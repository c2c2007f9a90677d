using System.Collections.Concurrent;

namespace Fibril.EndToEnd.Support;

/// <summary>What visitors found wrong on their way: every page is looked at for its width and its console. axe reads each page of the program in <c>PagesTests</c>.</summary>
public sealed class Looks
{
    private readonly ConcurrentQueue<string> faults = new();

    public IReadOnlyCollection<string> Faults => faults;

    public void Add(string page, IEnumerable<string> found)
    {
        foreach (var fault in found)
        {
            faults.Enqueue($"{page} {fault}");
        }
    }
}
