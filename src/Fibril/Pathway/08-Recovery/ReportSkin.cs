using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using P = Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>The person says how the skin is, or somebody of the staff writes down what was said on the phone; the protocol says how soon somebody must act.</summary>
public sealed class ReportSkin(ClinicDb db, Caller caller, SendPicture pictures)
{
    /// <summary>Grades: 0 none, 1 mild, 2 moderate, 3 severe.</summary>
    public sealed class Input
    {
        [Required(ErrorMessage = "Redness: choose one."), Range(0, 3)]
        public int? Redness { get; set; }

        [Required(ErrorMessage = "Swelling: choose one."), Range(0, 3)]
        public int? Swelling { get; set; }

        [Required(ErrorMessage = "Pain: choose one."), Range(0, 3)]
        public int? Pain { get; set; }

        [Range(0, 3)]
        public int? Itch { get; set; }

        public bool Bleeds { get; set; }

        [Range(0, 1440, ErrorMessage = "Minutes of bleeding: a number from 0 to 1440.")]
        public int? BleedingMinutes { get; set; }

        /// <summary>The redness grew within hours: the gravest grade of spreading redness.</summary>
        public bool SpreadsFast { get; set; }

        [StringLength(4000, ErrorMessage = "In your own words: at most 4000 letters.")]
        public string? Words { get; set; }

        /// <summary>Ids of the ticked signs.</summary>
        public List<string> Ticked { get; set; } = [];
    }

    /// <param name="image">The optional picture.</param>
    /// <exception cref="NotHereException">No such session of this person in this clinic.</exception>
    public async Task<FormResult> Handle(Guid sessionId, Input input, Stream? image = null)
    {
        var subject = await ReportSubject.LoadAsync(db, caller, sessionId);
        var decision = RecoveryRules.MayReport(subject.Day);
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        if (input.Ticked.Except(P.ProtocolPack.Current.Signs.Select(s => s.Id)).FirstOrDefault() is { } unknown)
        {
            return FormResult.Refuse("sign-unknown", $"We do not know the sign '{unknown}'. Open the page again, or call us.");
        }

        var report = await subject.FactsAsync(db) with { Signs = Signs(input), Text = Words(input) };
        var checkIn = RowOf(subject, report, P.Triage.Decide(P.ProtocolPack.Current, report));
        db.Add(checkIn);
        if (image is not null)
        {
            await pictures.AttachAsync(checkIn, image);
        }

        db.Tell(new CheckInReported(checkIn.CourseId, checkIn.PatientId, checkIn.Id, checkIn.Level));
        await db.SaveAsync(caller.Act("report skin"));
        return FormResult.Go(RecoveryLinks.Report(caller, checkIn.Id));
    }

    /// <summary>What was ticked and graded, each sign once.</summary>
    public static IReadOnlyList<P.SignReport> Signs(Input input)
    {
        (string Id, int? Grade)[] graded = [("redness", input.Redness), ("swelling", input.Swelling), ("pain", input.Pain), ("itch", input.Itch)];
        var spreads = input.SpreadsFast || input.Ticked.Contains("spreading-redness");
        return
        [
            .. graded.Where(g => g.Grade > 0).Select(g => new P.SignReport { Id = g.Id, Severity = g.Grade!.Value }),
            .. input.Bleeds || input.BleedingMinutes > 0 ? [new P.SignReport { Id = "bleeding", Severity = 2, Minutes = input.BleedingMinutes }] : Array.Empty<P.SignReport>(),
            .. spreads ? [new P.SignReport { Id = "spreading-redness", Severity = input.SpreadsFast ? 3 : 2 }] : Array.Empty<P.SignReport>(),
            .. input.Ticked.Distinct().Where(id => id != "spreading-redness" && !SignChoices.Graded.Contains(id)).Select(id => new P.SignReport { Id = id, Severity = 2 }),
        ];
    }

    private CheckIn RowOf(ReportSubject subject, P.CheckIn report, P.TriageDecision triage) => new()
    {
        CourseId = subject.Session.CourseId,
        PatientId = subject.Patient.Id,
        SessionId = subject.Session.Id,
        Day = report.Day,
        ReportedAt = caller.Now,
        ReportedByName = caller.IsStaff ? $"{subject.Patient.Name}, written down by {caller.Who.Name}" : caller.Who.Name,
        Signs = [.. report.Signs.Select(s => new ReportedSign(s.Id, s.Severity, Minutes: s.Minutes))],
        Words = report.Text ?? "",
        Level = TriageLevels.Word(triage.Level),
        Flags = [.. triage.Flags],
        TriageJson = triage.ToJson(),
    };

    private static string? Words(Input input) => string.IsNullOrWhiteSpace(input.Words) ? null : input.Words.Trim();
}
