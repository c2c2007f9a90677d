using System.Globalization;
using System.Text.RegularExpressions;

namespace Fibril.EndToEnd.Pages;

/// <summary>One page of the program at an address where it has something to show.</summary>
/// <param name="Template">The route as the page declares it.</param>
/// <param name="Who">Who opens it: "" for nobody signed in, a mail box of the staff, or given.family of a patient.</param>
public sealed record PageVisit(string Template, string Who, string Address);

/// <summary>The pages of one visitor after the other.</summary>
public sealed partial class PageBook
{
    private readonly List<PageVisit> visits = [];

    public IReadOnlyList<PageVisit> Visits => visits;

    /// <summary>Adds the pages of one person; <c>{Name:guid}</c> is filled from the ids.</summary>
    public void Add(string who, IReadOnlyDictionary<string, object> ids, params IEnumerable<string> templates) =>
        visits.AddRange(templates.Select(t => new PageVisit(t, who, Parameter().Replace(t, m => Text(ids[m.Groups[1].Value])))));

    public void Add(string who, params IEnumerable<string> templates) => Add(who, new Dictionary<string, object>(), templates);

    private static string Text(object id) => Convert.ToString(id, CultureInfo.InvariantCulture)!;

    [GeneratedRegex(@"\{(\w+)(?::\w+)?\}")]
    private static partial Regex Parameter();
}
