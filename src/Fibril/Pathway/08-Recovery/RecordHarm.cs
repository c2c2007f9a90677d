using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>Writes down harm with what it may have come from.</summary>
public sealed class RecordHarm(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "What happened: choose one of the list.")]
        public string? Type { get; set; }

        [Required(ErrorMessage = "How severe: choose one.")]
        public string? Severity { get; set; }

        public bool IsSerious { get; set; }

        /// <summary>Ticked ids of why it is serious.</summary>
        public List<string> Because { get; set; } = [];

        [Required(ErrorMessage = "First noticed on: give the day.")]
        public DateOnly? OnsetOn { get; set; }

        [Required(ErrorMessage = "Narrative: say what happened, in order."), StringLength(8000)]
        public string? Narrative { get; set; }

        public string? LotId { get; set; }

        public string? DeviceId { get; set; }

        [StringLength(2000)]
        public string? Action { get; set; }
    }

    /// <param name="checkInId">The report it came up in; null when it came up otherwise.</param>
    /// <param name="sessionId">The session it is thought to come from.</param>
    /// <exception cref="NotHereException">No such course, report or session.</exception>
    public async Task<FormResult> Handle(Guid courseId, Guid? checkInId, Guid? sessionId, Input input)
    {
        var course = await db.Courses.AsNoTracking().OneAsync(c => c.Id == courseId);
        var checkIn = checkInId is { } id ? await db.CheckIns.AsNoTracking().OneAsync(c => c.Id == id && c.CourseId == courseId) : null;
        var at = checkIn?.SessionId ?? sessionId;
        var session = at is { } from ? await db.Sessions.AsNoTracking().OneAsync(s => s.Id == from && s.CourseId == courseId) : null;
        var clinic = await db.Clinics.AsNoTracking().FirstAsync();
        var decision = Known(input).And(HarmRules.MayRecord(session, Id(input.LotId), Id(input.DeviceId), input.OnsetOn!.Value, clinic.DayOf(caller.Now)));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        db.Add(RowOf(course, checkIn, session, input));
        await db.SaveAsync(caller.Act("record adverse event"));
        return FormResult.Go(checkIn is null ? RecoveryLinks.OfCourse(courseId) : RecoveryLinks.Detail(checkIn.Id));
    }

    private AdverseEvent RowOf(Course course, CheckIn? checkIn, Session? session, Input input) => new()
    {
        CourseId = course.Id,
        PatientId = course.PatientId,
        SessionId = session?.Id,
        CheckInId = checkIn?.Id,
        Type = input.Type!,
        Severity = input.Severity!,
        IsSerious = input.IsSerious || input.Because.Count > 0,
        SeriousBecause = input.Because,
        OnsetOn = input.OnsetOn!.Value,
        Narrative = input.Narrative!.Trim(),
        LotId = Id(input.LotId),
        DeviceId = Id(input.DeviceId),
        RecordedAt = caller.Now,
        RecordedByName = caller.Who.Name,
        Action = string.IsNullOrWhiteSpace(input.Action) ? null : input.Action.Trim(),
    };

    /// <summary>A blank choice is none; what is no id is one that nobody knows.</summary>
    private static Guid? Id(string? text) => string.IsNullOrEmpty(text) ? null : Guid.TryParse(text, out var id) ? id : Guid.Empty;

    private static Decision Known(Input input) => Decision.From(
    [
        .. ProtocolPack.Current.AdverseEventTypes.Any(t => t.Id == input.Type) ? [] : new[] { new Reason("type-unknown", "What happened: choose one of the list.", "clinic") },
        .. ProtocolPack.Current.AdverseEventSeverities.Contains(input.Severity!) ? [] : new[] { new Reason("severity-unknown", "How severe: choose one of the list.", "clinic") },
        .. HarmRules.SeriousKinds(ProtocolPack.Current).ToHashSet().IsSupersetOf(input.Because) ? [] : new[] { new Reason("seriousness-unknown", "Why it is serious: tick what is on the list.", "clinic") },
    ]);
}

/// <summary>Harm gets an outcome and is over.</summary>
public sealed class ResolveHarm(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such adverse event.</exception>
    public async Task<FormResult> Handle(Guid id, string? outcome)
    {
        var harm = await db.AdverseEvents.OneAsync(h => h.Id == id);
        if (!ProtocolPack.Current.AdverseEventOutcomes.Contains(outcome ?? ""))
        {
            return FormResult.Refuse("outcome-missing", "Choose how it ended.");
        }

        if (harm.ResolvedAt is not null)
        {
            return FormResult.Refuse("already-resolved", "This adverse event has an outcome already.");
        }

        harm.Resolve(outcome!, caller.Now);
        await db.SaveAsync(caller.Act("resolve adverse event", outcome));
        return FormResult.Go(harm.CheckInId is { } checkIn ? RecoveryLinks.Detail(checkIn) : RecoveryLinks.OfCourse(harm.CourseId));
    }
}
