namespace Fibril.Scheduling;

/// <summary>A visit that has its times, people and places, by number.</summary>
/// <param name="Starts">By segment.</param>
/// <param name="Staff">By segment, in the order of its needs.</param>
/// <param name="Places">By stay.</param>
internal sealed record Placed(VisitOptions Options, int[] Starts, int[][] Staff, int[] Places)
{
    private VisitType Type => Options.Visit.Type;

    public int End => Starts[^1] + Type.Segments[^1].Length;

    public int Waiting => End - Starts[0] - Type.Shortest;

    public Span Of(int segment) => new(Starts[segment], Starts[segment] + Type.Segments[segment].Length);

    public Span Of(Stay stay) => new(Starts[stay.First], stay.Holds ? Starts[stay.Last + 1] : Of(stay.Last).To);

    public static Placed Of(DayIndex index, VisitOptions options, PlannedVisit planned) => new(
        options,
        [.. planned.Segments.Select(s => s.Start)],
        [.. planned.Segments.Select(s => s.Staff.Select(id => index.Person[id]).ToArray())],
        [.. options.Visit.Type.Stays.Select(s => index.Place[planned.Segments[s.First].Place!])]);

    public PlannedVisit ToPlanned(DayProblem day) => new(Options.Visit, [.. Starts.Select((start, s) =>
        new PlannedSegment(start, [.. Staff[s].Select(p => day.Staff[p].Id)], PlaceOf(day, s)))]);

    private string? PlaceOf(DayProblem day, int segment)
    {
        for (var i = 0; i < Places.Length; i++)
        {
            if (Type.Stays[i].First <= segment && segment <= Type.Stays[i].Last)
            {
                return day.Places[Places[i]].Id;
            }
        }

        return null;
    }
}
