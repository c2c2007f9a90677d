using Fibril.Protocol;

namespace Fibril.Pathway.Bookings.Moving;

/// <summary>The place in which one part of a visit is to be done.</summary>
public sealed record WantedPlace(SegmentKind Part, Guid PlaceId);

/// <summary>One start of the day.</summary>
/// <param name="Offer">Who does the visit and where; null where it cannot start.</param>
/// <param name="Why">Reasons that it cannot; empty where it can.</param>
public sealed record MoveChoice(DateTime StartsAt, Offer? Offer, IReadOnlyList<Reason> Why)
{
    /// <summary>The reasons as one text; empty where there are none.</summary>
    public string Words => string.Join(' ', Why.Select(r => r.NotBefore is { } day ? $"{r.Sentence} Not before {day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture)}." : r.Sentence));
}

/// <summary>All starts of the day with one part of the visit in one place.</summary>
public sealed record PlaceChoices(Guid PlaceId, IReadOnlyList<MoveChoice> Choices)
{
    /// <summary>Neighbours that can start, and neighbours that cannot for the same reasons.</summary>
    public IReadOnlyList<IReadOnlyList<MoveChoice>> Runs
    {
        get
        {
            List<List<MoveChoice>> runs = [];
            foreach (var choice in Choices)
            {
                if (runs.Count == 0 || runs[^1][^1].Words != choice.Words)
                {
                    runs.Add([]);
                }

                runs[^1].Add(choice);
            }

            return runs;
        }
    }
}

/// <summary>Where a visit may go on its day. Pure: it asks the search that finds free times, start by start.</summary>
public static class MoveRules
{
    /// <summary>The part by which a visit is taken hold of where none is named: the cream where there is one, else the needle or the talk.</summary>
    public static SegmentKind MainPart(Booking booking) => PartsOf(booking) is [var first, ..] ? first : booking.Segments[0].Kind;

    /// <summary>The parts whose place can be chosen, in order; one for each place of the visit.</summary>
    public static IReadOnlyList<SegmentKind> PartsOf(Booking booking) =>
        [.. booking.Segments.Where(s => s.Kind is SegmentKind.Numbing or SegmentKind.Needling or SegmentKind.Talk).DistinctBy(s => s.PlaceId).Select(s => s.Kind)];

    /// <summary>The same search, with people and places of now first, and only with the wanted place where there is one.</summary>
    public static VisitSubject Narrow(VisitSubject subject, Booking booking, WantedPlace? wanted)
    {
        var question = subject.Question;
        var crews = wanted is null ? question.Crews : [.. question.Crews.Where(c => PlaceOf(question, c, wanted.Part) == wanted.PlaceId)];
        return subject with { Question = question with { Crews = FreeTimes.AsNowFirst(crews, booking) } };
    }

    /// <summary>Every start of the visit's day, for each place in which the part may be done: the layout, or every reason that there is none.</summary>
    /// <param name="use">Who has what on that day, for the words.</param>
    public static IReadOnlyList<PlaceChoices> Day(VisitSubject subject, Booking booking, SegmentKind part, DayUse use, DateTime now)
    {
        var clinic = subject.Clinic;
        List<DateTime> starts = [.. VisitTimes.Starts(clinic.Zone, clinic.DayOf(booking.StartsAt), clinic.OpensAt, clinic.ClosesAt, VisitTimes.GridMinutes)];
        return
        [
            .. from place in subject.Question.Crews.Select(c => PlaceOf(subject.Question, c, part)).Distinct()
               let here = Narrow(subject, booking, new(part, place))
               select new PlaceChoices(place, [.. starts.Select(s => At(here, booking, s, use, now))]),
        ];
    }

    private static MoveChoice At(VisitSubject here, Booking booking, DateTime start, DayUse use, DateTime now)
    {
        var (offer, why) = BookingChoice.At(here, start, now);
        return (offer, why) switch
        {
            ({ } same, _) when same.Segments.SequenceEqual(booking.Segments) => new(start, null, [new("as-now", "The visit is here now.", "clinic")]),
            ({ }, _) => new(start, offer, []),
            (_, { } refused) => new(start, null, refused.Reasons),
            _ => new(start, null, FreeTimes.Nearest(here.Question, start) is { } miss ? TakenRules.Why(miss, use) : []),
        };
    }

    private static Guid PlaceOf(FreeTimesQuestion question, Crew crew, SegmentKind part) =>
        VisitLayout.PlaceOf(part, question.Ways[0].Any(p => p.Kind == SegmentKind.Numbing), crew);
}
