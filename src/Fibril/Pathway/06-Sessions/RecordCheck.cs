using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>The record as its signer goes through it: row by row, with the way to each field, and in words what is missing or odd. What is signed is <see cref="SessionText"/>. Pure.</summary>
public static class RecordCheck
{
    public static IReadOnlyList<CheckSection> Of(SessionWhole whole) =>
    [
        PeopleAndLots(whole), Gate(whole), CheckNumbing.Of(whole), Needling(whole), .. CheckZones.Of(whole), LeftOut(whole), Photographs(whole), Reactions(whole), Aftercare(whole), Basis(whole),
    ];

    internal static string At(SessionWhole whole, DateTime utc) => utc.In(whole.Clinic.Zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    internal static string? Sentences(Decision decision) => decision.IsAllowed ? null : string.Join(" ", decision.Reasons.Select(r => r.Sentence));

    private static CheckSection PeopleAndLots(SessionWhole whole)
    {
        var (session, state) = (whole.Session, whole.State);
        var signer = state.Operator;
        return new("People and lots",
        [
            new("person", "Person", $"{whole.Patient.Name}, born {whole.Patient.BornOn:d MMMM yyyy}"),
            new("signer", "Signed for by", signer is null ? "Nobody of the staff" : $"{signer.Name}, {Words.Of(signer.Profession).ToLowerInvariant()}, credential {(signer.CredentialNumber.Length > 0 ? signer.CredentialNumber : "not on file")}",
                Missing: Sentences(SessionRules.MayNeedle(signer, session.HeldOn, 0))),
            .. state is { Limits.NeedsSupervision: true } ? [new CheckRow("supervisor", "Supervised by", state.Supervisor?.Name ?? "Nobody", Odd: state.Supervisor is null ? "Supervision is asked for, and nobody is named." : null)] : Array.Empty<CheckRow>(),
            new("needled-by", "Needled by", session.Needlers.Count > 0 ? string.Join(", ", session.Needlers.Select(d => d.Name)) : "Not noted"),
            new("device", "Device", session.DeviceName ?? "None", session.NeedlingStartedAt is null ? Field(whole, "device", "device") : null, Odd: session.DeviceName is null ? "No device is chosen." : null),
            .. session.Used.Select((used, i) => Lot(whole, used, i + 1)),
            .. session.InUse.Any(u => u.Kind == "cartridge") ? Array.Empty<CheckRow>() : [new CheckRow("cartridge", "Cartridge", "None", Field(whole, "cartridge", "cartridge"), Odd: "No cartridge is charted.")],
            .. state.Lots.Any(l => !l.IsAllowed) ? [new CheckRow("lots", "Lots today", "Not all may be used", Odd: string.Join(" ", state.Lots.Select(Sentences).OfType<string>().Distinct()))] : Array.Empty<CheckRow>(),
        ]);
    }

    private static CheckRow Lot(SessionWhole whole, UsedLot used, int number)
    {
        var what = $"{used.Item}, lot {used.Lot}{(used.Unit is null ? "" : $", unit {used.Unit}")}, good until {used.ExpiresOn:d MMMM yyyy}{(used.By is { } by ? $", {by.Name}" : "")}";
        var (id, label) = ($"lot-{number}", $"{Words.Of(used.Kind)}, lot {used.Lot}{(used.Unit is null ? "" : $", unit {used.Unit}")}");
        return used.Back is { } back
            ? new(id, label, $"Taken back, not used: {back.Reason} ({back.By.Name}). {what}")
            : new(id, label, what + (used.Reason is { Length: > 0 } why ? $". As well because: {why}" : ""), used.Kind == "anaesthetic" ? null : Field(whole, id, used.ToField()),
                Odd: used.ExpiresOn < whole.Session.HeldOn ? "It had expired on that day." : null);
    }

    private static CheckSection Gate(SessionWhole whole) => new("Checks before the needle",
    [
        .. whole.State.Gate.Select((item, i) => whole.Session.Gate.FirstOrDefault(t => t.Item == item.Id) is { } tick
            ? new CheckRow($"gate-{i + 1}", item.Text, $"Done{(tick.Note.Length > 0 ? $" ({tick.Note})" : "")}, {tick.ByName}, {At(whole, tick.At)}")
            : new CheckRow($"gate-{i + 1}", item.Text, "Not ticked", whole.Session.NeedlingStartedAt is null ? Field(whole, $"gate-{i + 1}", "gate") : null, Odd: "Nobody has ticked it.")),
    ]);

    private static CheckSection Needling(SessionWhole whole) => new("Needling",
    [
        new("started", "First needle", Moment(whole, whole.Session.NeedlingStartedAt, SessionGate.Started), whole.Session.NeedlingStartedAt is null ? Field(whole, "started", "zones") : null, whole.Session.NeedlingStartedAt is null ? "Needling has not started." : null),
        new("finished", "Last needle", Moment(whole, whole.Session.NeedlingFinishedAt, SessionGate.Finished), whole.Session.NeedlingFinishedAt is null ? Field(whole, "finished", "zones") : null, whole.Session.NeedlingFinishedAt is null ? "Needling is not finished." : null),
        .. whole.Session.Zones.Count == 0 ? [new CheckRow("zones", "Zones", "None", Field(whole, "zones", "zones"), "No zone is recorded.")] : Array.Empty<CheckRow>(),
    ]);

    private static CheckSection LeftOut(SessionWhole whole) => new("Left out",
    [
        new("left-out", "What is left out", whole.Session.Marks.Count == 0 ? "Nothing" : string.Join("; ", whole.Session.Marks.Select(m => SkinMarkWords.Of(m) + (m.IsGone ? " (gone now)" : ""))), CheckLinks.Marks(whole.Session.Id, "left-out"),
            Odd: whole.LeftOutBefore.Count > 0 ? $"Left out before and not looked at in this session: {string.Join("; ", whole.LeftOutBefore.Select(SkinMarkWords.Of))}." : null),
    ]);

    private static CheckSection Photographs(SessionWhole whole)
    {
        var photos = whole.Photos.ToSign();
        var declined = whole.Session.Gate.Any(t => t.Item == SessionGate.Photos && t.Note == "declined");
        return new("Photographs",
        [
            .. new[] { "before", "after" }.Select(moment => photos.Where(p => p.Moment == moment).ToList() is { Count: > 0 } taken
                ? new CheckRow($"photos-{moment}", $"Photographs {moment}", string.Join("; ", taken.Select(p => $"{p.Name}, {At(whole, p.TakenAt)}, {p.TakenByName}")), Field(whole, $"photos-{moment}", "photos"))
                : new CheckRow($"photos-{moment}", $"Photographs {moment}", declined ? "None: the person declined" : "None", Field(whole, $"photos-{moment}", "photos"), Odd: declined ? null : $"No photograph {moment} the needle.")),
        ]);
    }

    private static CheckSection Reactions(SessionWhole whole)
    {
        var worst = whole.Session.Zones.Where(z => z.Pain is not null).MaxBy(z => z.Pain);
        return new("Reactions and pain",
        [
            new("reactions", "Immediate reactions", whole.Session.Reactions.Count > 0 ? string.Join("; ", whole.Session.Reactions) : "None noted", Field(whole, "reactions", "reactions")),
            new("worst-pain", "Worst pain", worst is null ? "Not noted" : $"{worst.Pain} of 10, {ProtocolPack.Current.SiteName(worst.Zone).ToLowerInvariant()}",
                worst is null ? null : CheckLinks.Zone(whole.Session.Id, worst.Zone, "worst-pain", nameof(RecordZone.Input.Pain))),
        ]);
    }

    private static CheckSection Aftercare(SessionWhole whole) => new("Aftercare and notes",
    [
        new("aftercare", "Aftercare given", Moment(whole, whole.Session.AftercareGivenAt, SessionGate.Aftercare), whole.Session.AftercareGivenAt is null ? Field(whole, "aftercare", "after") : null, whole.Session.AftercareGivenAt is null ? "The aftercare has not been given." : null),
        new("notes", "Notes", whole.Session.Notes.Length > 0 ? whole.Session.Notes : "None", Field(whole, "notes", "notes")),
    ]);

    private static CheckSection Basis(SessionWhole whole) => new("What it rests on",
    [
        new("candidacy", "Candidacy", whole.Screening is { } s ? $"{Words.Of(s.Outcome)}, decided {s.DecidedAt.In(whole.Clinic.Zone):d MMMM yyyy}, reviewed by {s.ReviewedByName ?? "nobody"}{string.Concat(s.Overrides.Select(o => $". Set aside: {o.Rule}, {o.Reason} ({o.ByName})"))}" : "None", Odd: Sentences(whole.State.Candidacy)),
        new("consent", "Consent", whole.Consent is { SignedAt: { } at } c ? $"Document {c.DocumentVersion}, signed by {c.SignedName} on {at.In(whole.Clinic.Zone):d MMMM yyyy}" : "None", Odd: Sentences(whole.State.Consent)),
        new("protocol", "Protocol", $"{whole.Protocol.Id} {whole.Protocol.Version}"),
    ]);

    private static string Moment(SessionWhole whole, DateTime? at, string step) => at is { } then ? $"{At(whole, then)}{(whole.Session.DoerOf(step) is { } by ? $", {by.Name}" : "")}" : "Not noted";

    internal static string Field(SessionWhole whole, string row, string field) => CheckLinks.Field(whole.Session.Id, row, field);
}
