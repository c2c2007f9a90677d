namespace Fibril.Protocol;

/// <summary>What came of reading a case file: the facts, or every problem found.</summary>
/// <param name="Case">The facts; null when the file is not valid.</param>
/// <param name="Problems">Each one line: JSON pointer, what is wrong, what would be right.</param>
public sealed record CaseReading(CaseFile? Case, IReadOnlyList<string> Problems);

/// <summary>Reads case files strictly: an unknown id, key or form is a problem, never a guess.</summary>
public static class CaseReader
{
    /// <summary>Reads a case file with the ids of the pack that ships with the library.</summary>
    public static CaseReading Read(string json) => Read(ProtocolPack.Current, json);

    /// <summary>Reads a case file with the ids of a pack.</summary>
    public static CaseReading Read(ProtocolPack pack, string json)
    {
        List<string> problems = [];
        var file = ContractText.Read<CaseFile>(json, pack.CaseShape, problems);
        if (file is not null)
        {
            problems.AddRange(DuplicateZones(file));
            problems.AddRange(CaseDates.Problems(file));
        }

        return new(problems.Count == 0 ? file : null, problems);
    }

    private static IEnumerable<string> DuplicateZones(CaseFile file) =>
        from zone in file.Plan.Zones.Index()
        where file.Plan.Zones.Take(zone.Index).Any(earlier => earlier.Zone == zone.Item.Zone)
        select $"/plan/zones/{zone.Index}/zone: \"{zone.Item.Zone}\" is planned twice; name each zone once, with its deepest depth.";
}
