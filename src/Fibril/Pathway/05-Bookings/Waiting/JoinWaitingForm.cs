using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.AspNetCore.Components;

namespace Fibril.Pathway.Bookings.Waiting;

/// <summary>What the patient's and the staff's page of a waiting course share.</summary>
public abstract class JoinWaitingForm : FormPage<JoinWaiting.Input>
{
    /// <summary>Monday first.</summary>
    protected static readonly IReadOnlyList<Option> Weekdays = [.. Enumerable.Range(1, 7).Select(n => (DayOfWeek)(n % 7)).Select(d => new Option(d.ToString(), d.ToString()))];

    [Parameter]
    public Guid CourseId { get; set; }

    [Inject]
    private JoinWaiting Join { get; set; } = null!;

    protected Clinic Clinic { get; private set; } = null!;

    protected Course? Course { get; private set; }

    protected WaitingEntry? Entry { get; private set; }

    /// <summary>Days that were ticked.</summary>
    protected IReadOnlyCollection<string> Days => IsPost && Http.Request.HasFormContentType ? [.. Http.Request.Form["day"].OfType<string>()] : [];

    protected override async Task LoadAsync()
    {
        Clinic = await VisitSubject.ClinicAsync(Db);
        Course = await VisitSubject.FindCourseAsync(Db, Caller, CourseId);
        Entry = Course is null ? null : await WaitingQueries.OfCourseAsync(Db, CourseId);
        if (Course is null)
        {
            Navigation.NotFound();
        }
    }

    protected override async Task<FormResult> SaveAsync() =>
        await Join.Handle(CourseId, Input!, [.. Days.Select(d => Enum.TryParse<DayOfWeek>(d, out var day) && Enum.IsDefined(day) ? day : (DayOfWeek?)null).OfType<DayOfWeek>()])
        ?? FormResult.Refuse("no-course", "There is no such course.");
}
