using Fibril.Pathway.Sessions;
using Fibril.Tests.Support;

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

    private static Session Session()
    {
        var session = new Session { BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Number = 1, HeldOn = new(2026, 6, 10), OpenedAt = Ten };
        session.PutCreamOn(new("lidocaine-4", Guid.NewGuid(), "CRM-1", 12, 120), Ten);
        session.TakeCreamOff(Ten.AddMinutes(30));
        session.Use(new(Guid.NewGuid(), "Cartridge", "cartridge", "C-9", new(2027, 1, 1), "7"));
        session.StartNeedling(Ten.AddMinutes(40));
        session.Record(new("cheek", 1.5m, 4, ["horizontal"], 100, 2, "erythema", 2, "", ""));
        session.FinishNeedling(Ten.AddMinutes(60));
        return session;
    }
}
