using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>Puts a course on the waiting list, with the days and hours that suit.</summary>
public sealed class JoinWaiting(ClinicDb db, Caller caller)
{
    private const string HourWanted = "Write the hour as 09:00, or leave it empty.";

    public sealed class Input : IValidatableObject
    {
        public VisitKind Kind { get; set; } = VisitKind.Session;

        [RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? From { get; set; }

        [RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? Until { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            HourText.Read(From) >= HourText.Read(Until) ? [new("The end must be later than the beginning.", [nameof(Until)])] : [];
    }

    /// <param name="days">Days of the week that suit; none is any.</param>
    /// <returns>Null when there is no such course.</returns>
    public async Task<FormResult?> Handle(Guid courseId, Input input, IReadOnlyList<DayOfWeek> days)
    {
        if (!Enum.IsDefined(input.Kind))
        {
            return FormResult.Wrong(nameof(Input.Kind), "Choose the kind of visit."); // the form reader takes any number
        }

        if (await VisitSubject.LoadAsync(db, caller, courseId, input.Kind, (clinic, _) => new(clinic.DayOf(caller.Now), 1)) is not { } subject)
        {
            return null;
        }

        var may = WaitingRules.MayJoin(subject.Facts, await WaitingQueries.OfCourseAsync(db, courseId) is not null)
            .And(PrerequisiteRules.MayOffer(PrerequisiteRules.Missing(subject.Facts), !caller.IsPatient));
        if (!may.IsAllowed)
        {
            return FormResult.Refuse(may);
        }

        db.Add(new WaitingEntry
        {
            CourseId = courseId,
            PatientId = subject.Course.PatientId,
            Kind = input.Kind,
            Wish = new([.. days.Distinct().Order()], HourText.Read(input.From), HourText.Read(input.Until)),
            AddedAt = caller.Now,
            AddedByName = caller.Who.Name,
        });
        await db.SaveAsync(caller.Act("join waiting list"));
        return FormResult.Go(WaitingLinks.Of(caller, courseId));
    }
}

/// <summary>Takes a course off the waiting list; a time that was kept for it goes to the next.</summary>
public sealed class LeaveWaiting(ClinicDb db, Caller caller)
{
    /// <returns>Null when the course does not wait.</returns>
    public async Task<FormResult?> Handle(Guid courseId)
    {
        if (await VisitSubject.FindCourseAsync(db, caller, courseId) is null || await WaitingQueries.OfCourseAsync(db, courseId) is not { } entry)
        {
            return null;
        }

        await Offers.CloseAsync(db, entry, WaitingAnswer.Declined);
        entry.End(caller.IsStaff ? "taken off by the clinic" : "no longer wanted", caller.Now);
        await db.SaveAsync(caller.Act("leave waiting list") with { LeadsTo = WaitingLinks.Of(caller, courseId) });
        return FormResult.Go(WaitingLinks.Of(caller, courseId));
    }
}

/// <summary>What pages ask of the waiting list.</summary>
public static class WaitingQueries
{
    /// <summary>The entry of a course that still waits; null when it does not.</summary>
    public static Task<WaitingEntry?> OfCourseAsync(ClinicDb db, Guid courseId) => db.WaitingEntries.FirstOrDefaultAsync(w => w.CourseId == courseId && w.EndedAt == null);

    /// <summary>All who wait, longest first.</summary>
    public static async Task<IReadOnlyList<WaitingEntry>> AllAsync(ClinicDb db) =>
        await db.WaitingEntries.AsNoTracking().Where(w => w.EndedAt == null).OrderBy(w => w.AddedAt).ThenBy(w => w.Id).ToListAsync();
}

/// <summary>Addresses of a waiting course, for whoever looks.</summary>
public static class WaitingLinks
{
    public static string Of(Caller caller, Guid courseId) => caller.IsPatient ? $"/my/waiting/{courseId}" : $"/staff/courses/{courseId}/waiting";
}
