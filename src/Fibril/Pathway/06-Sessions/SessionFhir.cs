using Fibril.Protocol;
using Fibril.Standards.Fhir;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Pathway.Sessions;

/// <summary>A session as R4: the Encounter, the Procedure with an Observation for each zone, and the cream as MedicationAdministration.</summary>
public static class SessionFhir
{
    private const string ZoneSystem = "urn:fibril:zone";

    public static FhirResource Encounter { get; } = Of("Encounter", Visit);

    public static FhirResource Procedure { get; } = Of("Procedure", s => s.NeedlingStartedAt is null ? null : Needling(s));

    public static FhirResource MedicationAdministration { get; } = Of("MedicationAdministration", s => s is { Cream: not null, CreamOnAt: not null } ? CreamOf(s) : null);

    /// <summary>Listed for a person; one zone's Observation is read with its Procedure.</summary>
    public static FhirResource Observation { get; } = CourseFhir.Parts("Observation", SessionPolicy.Read, _ => [], (Session s) => s.OpenedAt, ObservationsOf);

    public static R4.Encounter Visit(Session session) => new()
    {
        Id = session.Id.ToString(),
        Status = session.SignedAt is null ? R4.Encounter.EncounterStatus.InProgress : R4.Encounter.EncounterStatus.Finished,
        Class = new("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"),
        Subject = new($"Patient/{session.PatientId}"),
        EpisodeOfCare = [new($"EpisodeOfCare/{session.CourseId}")],
        Appointment = [new($"Appointment/{session.BookingId}")],
        Period = new() { StartElement = Instant(session.OpenedAt), EndElement = Instant(session.SignedAt) },
    };

    public static R4.Procedure Needling(Session session)
    {
        var procedure = new R4.Procedure
        {
            Id = session.Id.ToString(),
            Status = session.NeedlingFinishedAt is null ? R4.EventStatus.InProgress : R4.EventStatus.Completed,
            Code = new() { Text = "Direct needle therapy (microneedling)" },
            Subject = new($"Patient/{session.PatientId}"),
            Encounter = new($"Encounter/{session.Id}"),
            Performed = new R4.Period { StartElement = Instant(session.NeedlingStartedAt), EndElement = Instant(session.NeedlingFinishedAt) },
            BodySite = [.. session.Zones.Select(z => Site(z.Zone))],
            Note = [.. session.Zones.Select(Line).Concat(session.Marks.Where(m => !m.IsGone).Select(m => $"Left out: {SkinMarkWords.Of(m)}")).Select(line => new R4.Annotation { Text = line })],
        };
        if (session.DeviceId is { } device)
        {
            procedure.UsedReference.Add(new R4.ResourceReference($"Device/{device}", session.DeviceName));
        }

        procedure.UsedCode.AddRange(session.InUse.Select(u => new R4.CodeableConcept { Text = $"{u.Item}, lot {u.Lot}" }));
        if (session.SignedById is { } signer)
        {
            procedure.Asserter = new($"Practitioner/{signer}", session.SignedByName);
        }

        procedure.Performer.AddRange(PerformersOf(session).Select(d => new R4.Procedure.PerformerComponent { Actor = Reference(d) }));

        return procedure;
    }

    /// <summary>One Observation for each zone: depth as its value, passes and pain as components, part of the Procedure.</summary>
    public static IReadOnlyList<R4.Observation> ObservationsOf(Session session) => [.. session.Zones.Select(z => DepthOf(session, z))];

    public static R4.MedicationAdministration CreamOf(Session session) => new()
    {
        Id = session.Id.ToString(),
        Status = session.CreamOffAt is null ? R4.MedicationAdministration.MedicationAdministrationStatusCodes.InProgress : R4.MedicationAdministration.MedicationAdministrationStatusCodes.Completed,
        Medication = new R4.CodeableConcept { Text = $"{ProtocolPack.Current.Anaesthetic(session.Cream!.Product).Name}, lot {session.Cream.Lot}" },
        Subject = new($"Patient/{session.PatientId}"),
        Context = new($"Encounter/{session.Id}"),
        Effective = new R4.Period { StartElement = Instant(session.CreamOnAt), EndElement = Instant(session.CreamOffAt) },
        Performer = [.. new[] { session.Cream.By, session.Cream.OffBy }.OfType<Doer>().DistinctBy(d => d.Id).Select(d => new R4.MedicationAdministration.PerformerComponent { Actor = Reference(d) })],
        Note = session.Cream.Order is { } order ? [new() { Text = $"Ordered by {order.Physician.Name}: {order.Reason}" }] : [],
        Dosage = new()
        {
            Text = $"{session.Cream.Grams} g on {session.Cream.AreaCm2} cm²{(session.Cream.AmideMgPerGram is { } strength ? $", {CreamStrength.Of(ProtocolPack.Current.Anaesthetic(session.Cream.Product), strength)}" : "")}",
            Route = new() { Text = "topical" },
            Dose = Quantity(session.Cream.Grams, "g"),
        },
    };

    private static R4.Observation DepthOf(Session session, SessionZone zone) => new()
    {
        Id = $"{session.Id}-{zone.Zone}",
        Status = session.SignedAt is null ? R4.ObservationStatus.Preliminary : R4.ObservationStatus.Final,
        Code = new() { Text = "Set needle depth" },
        Subject = new($"Patient/{session.PatientId}"),
        Encounter = new($"Encounter/{session.Id}"),
        PartOf = [new($"Procedure/{session.Id}")],
        Effective = new R4.FhirDateTime(new DateTimeOffset(session.NeedlingFinishedAt ?? session.NeedlingStartedAt ?? session.OpenedAt)),
        BodySite = Site(zone.Zone),
        Performer = zone.By is { } by ? [Reference(by)] : [],
        Value = Quantity(zone.DepthMm, "mm"),
        Component =
        [
            new() { Code = new() { Text = "Passes" }, Value = new R4.Integer(zone.Passes) },
            new() { Code = new() { Text = "End point" }, Value = new R4.FhirString(zone.EndPoint) },
            .. zone.Pain is { } pain ? [new R4.Observation.ComponentComponent { Code = new() { Text = "Pain, 0 to 10" }, Value = new R4.Integer(pain) }] : Array.Empty<R4.Observation.ComponentComponent>(),
        ],
    };

    /// <summary>Who needled; of a record from before names were kept, who signed it.</summary>
    private static IEnumerable<Doer> PerformersOf(Session session) =>
        session is { Needlers.Count: 0, SignedById: { } signer } ? [new(signer, session.SignedByName ?? "")] : session.Needlers;

    private static R4.ResourceReference Reference(Doer doer) => new($"Practitioner/{doer.Id}", doer.Name);

    private static R4.CodeableConcept Site(string zone)
    {
        var known = ProtocolPack.Current.Zone(zone);
        return new()
        {
            Text = known.Name,
            Coding = [new(ZoneSystem, zone), .. known.Snomed.Select(code => new R4.Coding("http://snomed.info/sct", code))],
        };
    }

    private static string Line(SessionZone zone) =>
        $"{ProtocolPack.Current.SiteName(zone.Zone)}: {zone.DepthMm} mm, {zone.Passes} passes, end point {zone.EndPoint}{(zone.Pain is { } pain ? $", pain {pain}/10" : "")}";

    private static R4.Quantity Quantity(decimal value, string unit) => new(value, unit, "http://unitsofmeasure.org");

    private static R4.FhirDateTime? Instant(DateTime? utc) => utc is { } at ? new R4.FhirDateTime(new DateTimeOffset(at)) : null;

    private static FhirResource Of(string type, Func<Session, R4.Resource?> map) => CourseFhir.Of(type, SessionPolicy.Read, (Session s) => s.OpenedAt, map);
}
