namespace Fibril.Protocol;

/// <summary>What came of reading a check-in: the report, or every problem found.</summary>
/// <param name="CheckIn">The report; null when it is not valid.</param>
/// <param name="Problems">Each one line: JSON pointer, what is wrong, what would be right.</param>
public sealed record CheckInReading(CheckIn? CheckIn, IReadOnlyList<string> Problems);

/// <summary>Reads check-ins strictly.</summary>
public static class CheckInReader
{
    /// <summary>Reads a check-in with the ids of the pack that ships with the library.</summary>
    public static CheckInReading Read(string json) => Read(ProtocolPack.Current, json);

    /// <summary>Reads a check-in with the ids of a pack.</summary>
    public static CheckInReading Read(ProtocolPack pack, string json)
    {
        List<string> problems = [];
        var checkIn = ContractText.Read<CheckIn>(json, pack.CheckInShape, problems);
        if (checkIn is not null)
        {
            problems.AddRange(DuplicateSigns(checkIn));
        }

        return new(problems.Count == 0 ? checkIn : null, problems);
    }

    private static IEnumerable<string> DuplicateSigns(CheckIn checkIn) =>
        from sign in checkIn.Signs.Index()
        where checkIn.Signs.Take(sign.Index).Any(earlier => earlier.Id == sign.Item.Id)
        select $"/signs/{sign.Index}/id: \"{sign.Item.Id}\" stands twice; name each sign once, at its worst.";
}
