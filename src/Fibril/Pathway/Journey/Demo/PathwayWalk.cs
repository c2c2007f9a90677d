using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Screening;
using Fibril.Platform.Data;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>One person's way from the first question to a booked visit, step by step through the use cases.</summary>
public sealed class PathwayWalk(Walker walker, DemoTeam team, Patient patient)
{
    public Patient Patient => patient;

    public Guid CourseId { get; private set; }

    public async Task OpenAsync(string title)
    {
        Walker.Went(await walker.AsAsync<OpenCourse, Platform.Ui.FormResult>(team.FrontDesk, u => u.Handle(patient.Id, new() { Title = title })), "open course");
        CourseId = await ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).OrderByDescending(c => c.Number).Select(c => c.Id).FirstAsync());
    }

    public async Task WishAsync(string goal, string zone, string indication)
    {
        Walker.Went(await walker.AsAsync<TellWish, Platform.Ui.FormResult>(patient, u => u.Handle(CourseId, new() { Goal = goal })), "tell wish");
        Walker.Went(await walker.AsAsync<ChooseArea, Platform.Ui.FormResult>(patient, u => u.Handle(CourseId, new() { Zone = zone, Indication = indication })), "choose area");
    }

    /// <summary>Every question that applies: named things where given, otherwise "no".</summary>
    /// <param name="yes">Question id and what is named in answer to it.</param>
    /// <param name="most">Stops after so many questions, to leave the rest open.</param>
    public async Task AnswerAsync(IReadOnlyDictionary<string, AnswerItem[]> yes, int most = int.MaxValue)
    {
        var questions = await QuestionsAsync();
        foreach (var question in questions.Take(most))
        {
            if (yes.TryGetValue(question, out var items))
            {
                foreach (var item in items)
                {
                    Walker.Went(await walker.AsAsync<NameItem, Platform.Ui.FormResult>(patient, u => u.Handle(CourseId, question, null, item)), $"name {item.Id}");
                }
            }
            else
            {
                var reply = question == "phototype" ? Reply.NotSure : Reply.No;
                Walker.Went(await walker.AsAsync<AnswerQuestion, Platform.Ui.FormResult>(patient, u => u.Handle(CourseId, question, new() { Reply = reply })), $"answer {question}");
            }

            walker.Clock.Pass(1);
        }
    }

    public async Task SubmitAsync()
    {
        Walker.Went(await walker.AsAsync<SubmitConsultation, Platform.Ui.FormResult>(patient, u => u.Handle(CourseId)), "submit");
        await walker.DrainAsync();
    }

    public async Task ExamineAsync(int phototype)
    {
        ExamineSkin.Input input = new() { Phototype = phototype, PhototypeMethod = "examiner", Bdd = "negative", LesionCheck = "benign", Rolling = 60, Boxcar = 30, IcePick = 10, Notes = "Skin calm." };
        Walker.Went(await walker.AsAsync<ExamineSkin, Platform.Ui.FormResult>(team.Physician, u => u.Handle(CourseId, input)), "examine");
        Walker.Went(await walker.AsAsync<SignConsultation, Platform.Ui.FormResult>(team.Physician, u => u.Handle(CourseId)), "sign consultation");
        await walker.DrainAsync();
    }

    /// <summary>A physician reviews the decision that stands, unless it was reviewed.</summary>
    public async Task ReviewAsync(Verdict verdict = Verdict.Accepted, string? note = null)
    {
        var screening = await ReadAsync(db => db.Screenings.AsNoTracking().Where(s => s.CourseId == CourseId && s.SupersededAt == null).OrderByDescending(s => s.DecidedAt).FirstAsync());
        if (screening.ReviewedAt is null)
        {
            Walker.Went(await walker.AsAsync<ReviewScreening, Platform.Ui.FormResult>(team.Physician, u => u.Handle(screening.Id, verdict, note)), "review");
            await walker.DrainAsync();
        }
    }

    public async Task PlanAsync(string zone, string indication, decimal depthMm, int sessions, string anaesthetic)
    {
        PlanInput input = new()
        {
            Zones = [new() { Zone = zone, Indication = indication, DepthMm = depthMm, Passes = 4 }],
            Sessions = sessions,
            IntervalDays = depthMm > 1.5m ? 42 : 28,
            DeviceId = team.Pen.Id.ToString(),
            PriceId = team.Price.Id.ToString(),
            Anaesthetic = anaesthetic,
            Topical = "sterile-ha-gel",
            ReviewAfterSession = Math.Min(3, sessions),
            Alternatives = [.. ProtocolPack.Current.AlternativesFor(indication).Select(a => a.Id)],
        };
        Walker.Went(await walker.AsAsync<DraftPlan, Platform.Ui.FormResult?>(team.Physician, u => u.Handle(CourseId, input)), "draft plan");
        await walker.DrainAsync();
        await ReviewAsync();
    }

    public async Task AgreeAsync()
    {
        var plan = await ReadAsync(db => db.Plans.AsNoTracking().Where(p => p.CourseId == CourseId && p.SupersededAt == null).FirstAsync());
        Walker.Went(await walker.AsAsync<AgreePlan, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId, plan.Id)), "agree to plan");
        await walker.DrainAsync();
    }

    public async Task ConsentAsync()
    {
        Walker.Went(await walker.AsAsync<OpenConsent, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId)), "open consent");
        var text = (await walker.AsAsync<ConsentTexts, ComposedConsent>(patient, u => u.Handle(CourseId)));
        foreach (var page in ConsentReading.PagesOf(text))
        {
            walker.Clock.Pass(2);
            Walker.Went(await walker.AsAsync<ReadConsentPage, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId, page.Id)), "read consent");
        }

        foreach (var question in text.Questions)
        {
            Walker.Went(await walker.AsAsync<AnswerCheckQuestion, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId, question.Id, new() { Choice = question.Options[question.Right] })), "check question");
        }

        MakeConsentChoices.Input choices = new() { Record = true, Teaching = false, Publication = false };
        Walker.Went(await walker.AsAsync<MakeConsentChoices, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId, choices)), "photo uses");
        Walker.Went(await walker.AsAsync<SignConsent, Platform.Ui.FormResult?>(patient, u => u.Handle(CourseId, new() { Name = patient.Name, TextHash = text.Hash }, "phone")), "sign consent");
        await walker.DrainAsync();
        Walker.Went(await walker.AsAsync<CountersignConsent, Platform.Ui.FormResult?>(team.Physician, u => u.Handle(CourseId, new() { TalkedThrough = "Nothing open." })), "countersign");
    }

    /// <summary>Books the free time nearest to the one wished; returns the booking.</summary>
    public async Task<Booking> BookAsync(VisitKind kind, DateTime wished)
    {
        var day = (await ReadAsync(db => db.Clinics.AsNoTracking().FirstAsync())).DayOf(wished);
        var found = await walker.AsAsync<FindTimes, TimesFound?>(team.FrontDesk, u => u.Handle(CourseId, kind, day, 3));
        var offer = found?.Days.SelectMany(d => d.Offers).MinBy(o => Math.Abs((o.StartsAt - wished).TotalMinutes))
            ?? throw new InvalidOperationException($"{patient.Name}: no time near {wished:u}: {string.Join(" ", found?.Never.Reasons.Concat(found.Because).Select(r => r.Sentence) ?? [])}");
        Walker.Went(await walker.AsAsync<BookVisit, Platform.Ui.FormResult?>(team.FrontDesk, u => u.Handle(CourseId, kind, offer.StartsAt)), "book");
        await walker.DrainAsync();
        return await ReadAsync(db => db.Bookings.AsNoTracking().Where(b => b.CourseId == CourseId).OrderByDescending(b => b.MadeAt).ThenByDescending(b => b.StartsAt).FirstAsync(b => b.StartsAt == offer.StartsAt));
    }

    public Task<T> ReadAsync<T>(Func<ClinicDb, Task<T>> read) => walker.AsSystemAsync(read);

    private Task<List<string>> QuestionsAsync() =>
        walker.AsAsync<QuestionsAsked, List<string>>(patient, u => u.Handle(CourseId));
}

/// <summary>Ids of the health questions that apply to a course, in their order.</summary>
public sealed class QuestionsAsked(ClinicDb db, Caller caller)
{
    public async Task<List<string>> Handle(Guid courseId) =>
        await Intake.FindAsync(db, caller, courseId) is { } intake ? [.. intake.Questions.Select(q => q.Id)] : [];
}

/// <summary>The consent text as it is composed for a course today.</summary>
public sealed class ConsentTexts(ClinicDb db, Caller caller)
{
    /// <exception cref="NotHereException">No such course.</exception>
    public async Task<ComposedConsent> Handle(Guid courseId) =>
        (await ConsentSubject.FindAsync(db, caller, courseId))?.Text ?? throw new NotHereException(nameof(Course));
}
