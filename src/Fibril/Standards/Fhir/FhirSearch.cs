using System.Globalization;
using Hl7.Fhir.Model;
using Microsoft.AspNetCore.WebUtilities;

namespace Fibril.Standards.Fhir;

/// <summary>What a search asks: one patient, how many at once, and where to go on.</summary>
public sealed record FhirSearch(string? Patient, int Count, int From, IReadOnlyList<string> Unknown)
{
    private const int Usual = 50;
    private const int Most = 500;
    private static readonly string[] Known = ["patient", "_count", "_page", "_format", "_pretty"];

    /// <exception cref="FormatException">A number that is none.</exception>
    public static FhirSearch Read(IQueryCollection query) => new(
        query["patient"].ToString() is { Length: > 0 } patient ? patient.Split('/')[^1] : null,
        Math.Min(Number(query, "_count", Usual), Most),
        Number(query, "_page", 0),
        [.. query.Keys.Where(k => !Known.Contains(k))]);

    public Bundle Page(string address, IReadOnlyList<Resource> found)
    {
        var shown = found.Skip(From).Take(Count).ToList();
        var bundle = new Bundle { Type = Bundle.BundleType.Searchset, Total = found.Count };
        bundle.Link.Add(new() { Relation = "self", Url = Link(address, From) });
        if (Count > 0 && From + shown.Count < found.Count)
        {
            bundle.Link.Add(new() { Relation = "next", Url = Link(address, From + shown.Count) });
        }

        bundle.Entry.AddRange(shown.Select(r => new Bundle.EntryComponent
        {
            FullUrl = $"{address[..address.LastIndexOf('/')]}/{r.TypeName}/{r.Id}",
            Resource = r,
            Search = new() { Mode = Bundle.SearchEntryMode.Match },
        }));
        return bundle;
    }

    private string Link(string address, int from)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["_count"] = Count.ToString(CultureInfo.InvariantCulture) };
        if (Patient is not null)
        {
            query["patient"] = Patient;
        }

        if (from > 0)
        {
            query["_page"] = from.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(address, query);
    }

    private static int Number(IQueryCollection query, string name, int otherwise) =>
        !query.TryGetValue(name, out var text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new FormatException($"{name} is not a number from 0 upwards.");
}
