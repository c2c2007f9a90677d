using System.Text.Json;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;

namespace Fibril.Tests.Pathway.Sessions;

public class SessionFhirTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Encounter_procedure_and_observations_point_to_each_other()
    {
        var session = Session();

        var visit = SessionFhir.Visit(session);
        var procedure = SessionFhir.Needling(session);
        var depth = Assert.Single(SessionFhir.ObservationsOf(session));

        Assert.Equal($"Appointment/{session.BookingId}", visit.Appointment![0].Reference);
        Assert.Equal($"Encounter/{visit.Id}", procedure.Encounter!.Reference);
        Assert.Equal($"Procedure/{procedure.Id}", depth.PartOf[0].Reference);
        Assert.Equal(1.5m, Assert.IsType<Hl7.Fhir.Model.Quantity>(depth.Value).Value);
        Assert.Equal(Hl7.Fhir.Model.EventStatus.Completed, procedure.Status);
        Assert.Contains("C-9", procedure.UsedCode[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cream_carries_lot_time_and_amount()
    {
        var cream = SessionFhir.CreamOf(Session());

        Assert.Contains("CRM-1", ((Hl7.Fhir.Model.CodeableConcept)cream.Medication!).Text, StringComparison.Ordinal);
        Assert.Equal(12m, cream.Dosage!.Dose!.Value);
        Assert.Equal(Hl7.Fhir.Model.MedicationAdministration.MedicationAdministrationStatusCodes.Completed, cream.Status);
    }

    [Fact]
    public void Whoever_did_it_is_the_performer_and_the_signer_asserts()
    {
        var (applier, needler, signer) = (new Doer(Guid.NewGuid(), "Asa"), new Doer(Guid.NewGuid(), "Pia"), Guid.NewGuid());
        var session = Session(applier, needler);
        session.Sign(signer, "Paul", "text", "hash", Ten.AddMinutes(80));

        var procedure = SessionFhir.Needling(session);

        Assert.Equal($"Practitioner/{needler.Id}", Assert.Single(procedure.Performer).Actor!.Reference);
        Assert.Equal($"Practitioner/{signer}", procedure.Asserter!.Reference);
        Assert.Equal("Asa", ((Hl7.Fhir.Model.ResourceReference)Assert.Single(SessionFhir.CreamOf(session).Performer).Actor!).Display);
        Assert.Equal("Pia", Assert.Single(Assert.Single(SessionFhir.ObservationsOf(session)).Performer).Display);
    }

    [Fact]
    public void Record_from_before_names_were_kept_is_read_and_its_signer_performs()
    {
        var zone = JsonSerializer.Deserialize<SessionZone>("""{"zone":"cheek","depthMm":1.5,"passes":4,"directions":[],"endPoint":"erythema","skipped":"","depthReason":""}""", Columns.Json)!;
        var session = Session();
        session.Sign(Guid.NewGuid(), "Paul", "text", "hash", Ten.AddMinutes(80));

        Assert.Null(zone.By);
        Assert.Empty(session.Needlers);
        Assert.Equal("Paul", Assert.Single(SessionFhir.Needling(session).Performer).Actor!.Display);
    }

    private static Session Session(Doer? applier = null, Doer? needler = null)
    {
        var session = new Session { BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
        session.PutCreamOn(new("lidocaine-4", Guid.NewGuid(), "CRM-1", 12, 120, applier), Ten);
        session.TakeCreamOff(Ten.AddMinutes(30), applier);
        session.Use(new(Guid.NewGuid(), "Cartridge", "cartridge", "C-9", new(2027, 1, 1), "7"));
        session.StartNeedling(Ten.AddMinutes(40), needler);
        session.Record(new("cheek", 1.5m, 4, ["horizontal"], 100, 2, "erythema", 2, "", "", needler));
        session.FinishNeedling(Ten.AddMinutes(60), needler);
        return session;
    }
}
