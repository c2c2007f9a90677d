using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Practice.Devices;
using Fibril.Practice.Patients;
using Fibril.Practice.Prices;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Plans;

/// <summary>A course that asks for something, and what a clinic needs to plan it.</summary>
internal static class PlanData
{
    public static async Task<(Patient Patient, Course Course)> AskedCourseAsync(this TestClinic clinic, string zone = "cheek", string indication = "acne-scar", int phototype = 3, Patient? patient = null)
    {
        var (person, course) = await clinic.CreateCourseAsync(patient);
        var consultation = new Consultation { CourseId = course.Id, PatientId = person.Id, StartedAt = course.OpenedAt, Areas = [new(zone, indication)] };
        consultation.Examine(new Examination { Phototype = phototype, PhototypeMethod = "examiner" });
        await clinic.AddAsync(consultation);
        return (person, course);
    }

    public static Task<Device> PenAsync(this TestClinic clinic, decimal maxDepthMm = 2.5m, DeviceEnergy energy = DeviceEnergy.None, string name = "House pen") =>
        clinic.AddAsync(new Device { Name = name, Kind = DeviceKind.Pen, Label = DeviceLabel.CeMedical, MaxDepthMm = maxDepthMm, Energy = energy });

    public static Task<PriceItem> PriceAsync(this TestClinic clinic, decimal amount = 180) =>
        clinic.AddAsync(new PriceItem { Name = "Needling, face", Amount = amount });
}
