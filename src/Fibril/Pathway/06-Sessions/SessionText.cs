using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>The whole record in words and figures, as it is signed. Nothing in it points elsewhere: names, lots and versions are written out. Pure.</summary>
public static class SessionText
{
    public static string Of(SessionWhole whole) => string.Join('\n', [.. Head(whole), .. Basis(whole), .. Gate(whole), .. Numbing(whole), .. Tools(whole), .. Zones(whole), .. LeftOut(whole), .. Photos(whole), .. After(whole)]);

    public static string HashOf(string text) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<string> Head(SessionWhole whole) =>
    [
        $"Session {whole.Session.Number} on {Day(whole.Session.HeldOn)}, {whole.Clinic.Name}",
        $"Person: {whole.Patient.Name}, born {Day(whole.Patient.BornOn)}, record {whole.Patient.Id}",
        $"Course: {whole.Course.Title}, record {whole.Course.Id}; session record {whole.Session.Id}",
        $"Signed for by: {whole.State.Operator?.Name}, {Words.Of(whole.State.Operator?.Profession.ToString() ?? "unknown")}, credential {whole.State.Operator?.CredentialNumber}"
            + (whole.State.Operator?.CredentialExpiresOn is { } until ? $", valid until {Day(until)}" : ""),
        .. whole.State is { Limits.NeedsSupervision: true, Supervisor: { } supervisor } ? [$"Supervised by: {supervisor.Name}, {Words.Of(supervisor.Profession)}, credential {supervisor.CredentialNumber}"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Basis(SessionWhole whole) =>
    [
        $"Protocol: {whole.Protocol.Id} {whole.Protocol.Version}, {whole.Protocol.Hash}",
        whole.Screening is { } screening
            ? $"Candidacy: {screening.Outcome}, decided {At(whole, screening.DecidedAt)} with protocol {screening.ProtocolVersion}; reviewed by {screening.ReviewedByName ?? "nobody"}"
            : "Candidacy: none",
        .. (whole.Screening?.Overrides ?? []).Select(o => $"Override of {o.Rule}: {o.Reason} ({o.ByName}, {At(whole, o.At)})"),
        whole.Consent is { } consent
            ? $"Consent: document {consent.DocumentVersion}, {consent.Language}, text {consent.TextHash}, signed by {consent.SignedName} {At(whole, consent.SignedAt!.Value)}"
            : "Consent: none",
        $"Plan: {string.Join("; ", whole.Plan.Zones.Select(z => $"{Site(z.Zone)} {Mm(z.DepthMm)}, {z.Passes} passes"))}",
    ];

    private static IEnumerable<string> Gate(SessionWhole whole) =>
        whole.Session.Gate.Where(t => !t.Item.StartsWith(SessionGate.Step, StringComparison.Ordinal)).OrderBy(t => t.At).Select(t =>
            $"Checked: {whole.State.Gate.FirstOrDefault(g => g.Id == t.Item)?.Text ?? t.Item}{(t.Note.Length > 0 ? $" ({t.Note})" : "")}, {t.ByName}, {At(whole, t.At)}");

    private static IEnumerable<string> Numbing(SessionWhole whole)
    {
        if (whole.Session is not { Cream: { } cream, CreamOnAt: { } on })
        {
            yield return $"Numbing cream: none{(whole.Session.Gate.FirstOrDefault(t => t.Item == SessionGate.NoCream) is { } choice ? $", {choice.Note}" : "")}";
            yield break;
        }

        var off = whole.Session.CreamOffAt;
        yield return $"Numbing cream: {whole.State.Anaesthetic.Name}, lot {cream.Lot}, {Number(cream.Grams)} g on {Number(cream.AreaCm2)} cm²{(cream.AmideMgPerGram is { } strength ? $", {CreamStrength.Of(whole.State.Anaesthetic, strength)}" : "")}";
        if (cream.Order is { } order)
        {
            yield return $"Numbing cream ordered by {order.Physician.Name}: {order.Reason}";
        }

        yield return $"On {At(whole, on)}{By(cream.By)}, off {(off is { } at ? $"{At(whole, at)}{By(cream.OffBy)}, {Words.Count((int)(at - on).TotalMinutes, "minute")}" : "not noted")}";
        if (whole.State.Cream is { } check)
        {
            yield return $"Amide on the skin: {Number(check.AppliedMg)} mg{(check.CeilingMg is { } ceiling ? $" of at most {Number(Math.Floor(ceiling))} mg" : "")}. {CreamWords.Set(string.Join(" ", check.Assumptions))}";
        }
    }

    private static IEnumerable<string> Tools(SessionWhole whole) =>
    [
        whole.Device is { } d ? "Device: " + string.Join(", ", new[] { d.Name, $"{d.Maker} {d.Model}".Trim(), d.Serial.Length > 0 ? $"serial {d.Serial}" : "", d.Kind.ToString(), $"energy {d.Energy}" }.Where(p => p.Length > 0)) : $"Device: {whole.Session.DeviceName ?? "none"}",
        .. whole.Session.Used.Select(u => $"Used: {u.Item} ({u.Kind}), lot {u.Lot}{(u.Unit is null ? "" : $", unit {u.Unit}")}, good until {Day(u.ExpiresOn)}{(u.Reason is { Length: > 0 } why ? $"; opened as well because: {why}" : "")}{By(u.By)}{Back(whole, u.Back)}"),
    ];

    private static IEnumerable<string> Zones(SessionWhole whole) =>
    [
        $"Needling: from {AtOrNone(whole, whole.Session.NeedlingStartedAt)}{By(whole, SessionGate.Started)} to {AtOrNone(whole, whole.Session.NeedlingFinishedAt)}{By(whole, SessionGate.Finished)}",
        .. whole.Session.Zones.Select(z => Zone(z, whole)),
    ];

    private static string Zone(SessionZone z, SessionWhole whole)
    {
        var coverage = ZoneCoverage.Of(z, whole.Device, whole.Needles);
        string?[] parts =
        [
            $"{Site(z.Zone)}: {Mm(z.DepthMm)}, {z.Passes} passes",
            z.Directions.Count > 0 ? string.Join(" and ", z.Directions) : null,
            z.RateHz is { } rate ? $"{Number(rate)} strokes/s" : null,
            z.SpeedCmPerS is { } speed ? $"{Number(speed)} cm/s" : null,
            $"end point {z.EndPoint}",
            z.Pain is { } pain ? $"pain {pain} of 10" : "pain not noted",
            z.Skipped.Length > 0 ? $"skipped: {z.Skipped}" : null,
            z.DepthReason.Length > 0 ? $"reason: {z.DepthReason}" : null,
            coverage is null
                ? $"no estimate of the holes: {ZoneCoverage.WhyNone(z, whole.Device, whole.Needles)}"
                : string.Create(CultureInfo.InvariantCulture, $"estimated {coverage.LowPerCm2:0} to {coverage.HighPerCm2:0} holes/cm², for comparing sessions, not a target"),
            z.By is { } by ? $"recorded by {by.Name}" : null,
        ];
        return string.Join(", ", parts.OfType<string>());
    }

    private static IEnumerable<string> LeftOut(SessionWhole whole) =>
    [
        .. whole.Session.Marks.Count == 0 ? ["Left out: nothing marked"] : Array.Empty<string>(),
        .. whole.Session.Marks.Where(m => !m.IsGone).Select((m, i) => $"Left out {i + 1}: {SkinMarkWords.Of(m)}; {SkinMarkWords.Drawn(m)}; {m.ByName}, {At(whole, m.At)}"),
        .. whole.Session.Marks.Where(m => m.IsGone).Select(m => $"Left out before and gone now: {SkinMarkWords.Of(m)}; {m.ByName}, {At(whole, m.At)}"),
        .. whole.LeftOutBefore.Select(m => $"Left out before, not looked at in this session: {SkinMarkWords.Of(m)}; last {At(whole, m.At)}"),
    ];

    private static IEnumerable<string> Photos(SessionWhole whole)
    {
        var photos = whole.Photos.ToSign();
        return photos.Count == 0
            ? ["Photographs: none before or after"]
            : photos.Select(p => $"Photograph {p.Moment}: {p.Name}, taken {At(whole, p.TakenAt)} by {p.TakenByName}; record {p.PhotoId}, file sha256:{p.File}");
    }

    private static IEnumerable<string> After(SessionWhole whole) =>
    [
        $"Immediate reactions: {(whole.Session.Reactions.Count > 0 ? string.Join("; ", whole.Session.Reactions) : "none noted")}",
        $"Aftercare given: {AtOrNone(whole, whole.Session.AftercareGivenAt)}{By(whole, SessionGate.Aftercare)}",
        $"Notes: {(whole.Session.Notes.Length > 0 ? whole.Session.Notes : "none")}",
    ];

    private static string Site(string zone) => ProtocolPack.Current.SiteName(zone);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string At(SessionWhole whole, DateTime utc) =>
        utc.In(whole.Clinic.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " " + whole.Clinic.TimeZone;

    private static string AtOrNone(SessionWhole whole, DateTime? utc) => utc is { } at ? At(whole, at) : "not noted";

    /// <summary>Nothing for a step from before names were kept.</summary>
    private static string By(Doer? doer) => doer is null ? "" : $" by {doer.Name}";

    private static string Back(SessionWhole whole, TakenBack? back) => back is null ? "" : $"; TAKEN BACK, not used: {back.Reason} ({back.By.Name}, {At(whole, back.At)})";

    private static string By(SessionWhole whole, string step) => By(whole.Session.DoerOf(step));

    private static string Mm(decimal depth) => depth.ToString("0.0#", CultureInfo.InvariantCulture) + " mm";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
