using Fibril.Pathway;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Screening;

/// <summary>Somebody who has answered everything, used retinol the day before on the cheek, and was examined: sent and screened.</summary>
internal static class SentConsultation
{
    public static async Task<(Patient Patient, Guid Course)> CreateAsync(TestClinic clinic, string name)
    {
        var patient = await clinic.AddAsync(TestData.Patient(name, "Sent"));
        await clinic.UseAsync<OpenCourse, FormResult>(u => u.Handle(patient.Id, new() { Title = "Scars" }), patient: patient);
        var course = await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == patient.Id).Select(c => c.Id).FirstAsync());
        await clinic.UseAsync<TellWish, FormResult>(u => u.Handle(course, new() { Goal = "Smoother" }), patient: patient);
        await clinic.UseAsync<ChooseArea, FormResult>(u => u.Handle(course, new() { Zone = "cheek", Indication = "acne-scar" }), patient: patient);
        foreach (var question in ProtocolPack.Current.Questions)
        {
            await clinic.UseAsync<AnswerQuestion, FormResult>(u => u.Handle(course, question.Id, new() { Reply = Reply.No }), patient: patient);
        }

        AnswerItem retinol = new() { Kind = AnswerItemKind.Product, Id = "retinol", On = "2026-06-09", Zones = ["cheek"] };
        await clinic.UseAsync<NameItem, FormResult>(u => u.Handle(course, "skin-products", null, retinol), patient: patient);
        await clinic.UseAsync<ExamineSkin, FormResult>(
            u => u.Handle(course, new() { Phototype = 2, PhototypeMethod = "examiner", Bdd = "negative" }), staff: clinic.Practitioner);
        await clinic.UseAsync<SubmitConsultation, FormResult>(u => u.Handle(course), patient: patient);
        await clinic.DrainAsync();
        return (patient, course);
    }
}
