using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Bookings;

/// <summary>One chosen start of one course's visit: what decides about it, and what can be had when it has gone.</summary>
internal sealed record ChosenTime(Guid CourseId, VisitKind Kind, DateTime StartsAt, Guid? PractitionerId, Guid? Moving = null)
{
    /// <summary>Why something that is missing may wait.</summary>
    public string? Why { get; init; }

    /// <summary>Is it offered by the clinic: then holds of the person count as taken, and none is ended. Who chooses gives up what they held.</summary>
    public bool IsOffered { get; init; }

    /// <summary>Days after the wanted one that are searched for other times.</summary>
    private const int DaysAfter = 7;

    /// <summary>Reads what decides about this time; of the diary only its day.</summary>
    /// <returns>Null when there is no such course for this caller.</returns>
    public Task<VisitSubject?> LoadAsync(ClinicDb db, Caller caller, int days = 1) =>
        VisitSubject.LoadAsync(db, caller, CourseId, Kind, (clinic, _) => new(StartsAt.DayIn(clinic.Zone), days), PractitionerId, Moving, IsOffered);

    /// <summary>Asked in the writer's turn: is this offer still what would be offered? A session booked meanwhile may stand too near, a break may have lost its last place, the person may have taken another hold.</summary>
    /// <param name="held">The holds that are given up for it.</param>
    /// <param name="narrow">How the search was narrowed when the offer was made.</param>
    public async Task<bool> StillAsync(ClinicDb db, Caller caller, Offer offer, IReadOnlyList<Booking> held, Func<VisitSubject, VisitSubject>? narrow = null) =>
        await LoadAsync(db, caller) is { } subject && subject.Held.Select(h => h.Id).SequenceEqual(held.Select(h => h.Id))
        && BookingChoice.At(narrow?.Invoke(subject) ?? subject, StartsAt, caller.Now).Offer?.Segments.SequenceEqual(offer.Segments) == true;

    /// <summary>The hold of this time is over: that alone where the time can still be had; else also why not, or the nearest times.</summary>
    public async Task<FormResult.Refused> OverAsync(ClinicDb db, Caller caller, Decision over)
    {
        var (offer, why) = BookingChoice.At((await LoadAsync(db, caller))!, StartsAt, caller.Now);
        var gone = offer is null && why is null ? await GoneAsync(db, caller) : null;
        return FormResult.Taken(over.And(why ?? gone?.Decision ?? Decision.Allow()), gone?.Instead ?? []);
    }

    /// <summary>Somebody else was first: the nearest times of the day, of the week after it where the day is full.</summary>
    public async Task<FormResult.Refused> GoneAsync(ClinicDb db, Caller caller)
    {
        var subject = (await LoadAsync(db, caller))!;
        var others = BookingChoice.Near(subject, StartsAt, 1, caller.Now);
        if (others.Count < BookingChoice.Alternatives)
        {
            subject = (await LoadAsync(db, caller, DaysAfter + 1))!;
            others = BookingChoice.Near(subject, StartsAt, DaysAfter + 1, caller.Now);
        }

        return BookingChoice.Gone(others, StartsAt, subject.Clinic.Zone);
    }
}
