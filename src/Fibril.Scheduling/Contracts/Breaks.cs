namespace Fibril.Scheduling;

/// <summary>Whether a person's breaks can be taken at all.</summary>
internal static class Breaks
{
    /// <summary>Tries every order, each break as early as it may: at most six breaks, so that this is exact.</summary>
    public static bool Fit(Person person) => Fit(person, [.. person.Breaks], int.MinValue);

    private static bool Fit(Person person, List<Break> left, int from) => left.Count == 0 || left.Any(b => Start(person, b, from) is { } start && Fit(person, [.. left.Where(o => o != b)], start + b.Length));

    /// <summary>The earliest start at or after a time; null when there is none.</summary>
    private static int? Start(Person person, Break rest, int from) => person.Work
        .Select(w => (Start: Math.Max(Math.Max(from, rest.Earliest), w.From), w.To))
        .Where(s => s.Start + rest.Length <= Math.Min(s.To, rest.Latest))
        .Select(s => (int?)s.Start)
        .FirstOrDefault();
}
