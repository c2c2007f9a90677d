using System.Net;
using Fibril.Platform.Ui;
using Fibril.Practice;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Charts;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using R4 = Hl7.Fhir.Model;

namespace Fibril.Tests.Practice.Patients;

public class ChartPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Chart_shows_what_is_understood_how_and_from_where()
    {
        var (patient, _) = await ChartAsync("Warfarin 5 mg", ChartKind.Medicine, "warfarin", CodeTrust.Code);
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);

        await browser.GetAsync($"/staff/patients/{patient.Id}/chart");

        Assert.Contains("by its code", browser.Text, StringComparison.Ordinal);
        Assert.Contains("chart.json#/entry/7", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Warfarin since", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clinician_says_what_a_line_means()
    {
        var (patient, entry) = await ChartAsync("Rare rash", ChartKind.Condition, null, CodeTrust.None);
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync($"/staff/patients/{patient.Id}/chart");

        await browser.PressAsync("Save", ("Rare rash", "true"), ("They mean", "Condition: psoriasis"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var saved = await clinic.ReadAsync(db => db.ChartEntries.SingleAsync(e => e.Id == entry.Id));
        Assert.Equal(("psoriasis", CodeTrust.Clinician), (saved.VocabularyId, saved.Trust));
    }

    [Fact]
    public async Task Who_is_no_clinician_cannot_say_what_a_line_means()
    {
        var (patient, entry) = await ChartAsync("Rare rash", ChartKind.Condition, null, CodeTrust.None);

        var answer = await clinic.UseAsync<UnderstandChart, FormResult>(u => u.Handle(patient.Id, [entry.Id], "psoriasis"), clinic.Owner);

        Assert.Equal("not-clinician", Assert.IsType<FormResult.Refused>(answer).Decision.Reasons[0].Code);
    }

    [Fact]
    public async Task Word_of_another_kind_is_refused()
    {
        var (patient, entry) = await ChartAsync("Rare rash", ChartKind.Condition, null, CodeTrust.None);

        var answer = await clinic.UseAsync<UnderstandChart, FormResult>(u => u.Handle(patient.Id, [entry.Id], "warfarin"), clinic.Physician);

        Assert.Equal("chart-kind", Assert.IsType<FormResult.Refused>(answer).Decision.Reasons[0].Code);
    }

    [Fact]
    public async Task Front_desk_reads_no_charts()
    {
        var (patient, _) = await ChartAsync("Warfarin 5 mg", ChartKind.Medicine, "warfarin", CodeTrust.Code);
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/patients/{patient.Id}/chart");

        Assert.DoesNotContain("Warfarin", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fhir_shows_the_person_and_the_chart()
    {
        var (patient, entry) = await ChartAsync("Warfarin 5 mg", ChartKind.Medicine, "warfarin", CodeTrust.Code);
        var of = PracticeFhir.Resources.ToDictionary(r => r.Type);

        var person = await clinic.InAsync(s => of["Patient"].Read(s, patient.Id, default));
        var medicines = await clinic.InAsync(s => of["MedicationStatement"].OfPatient(s, patient.Id, default));
        var none = await clinic.InAsync(s => of["Condition"].Read(s, entry.Id, default));

        Assert.Equal("1990-03-14", Assert.IsType<R4.Patient>(person).BirthDate);
        var medicine = Assert.IsType<R4.MedicationStatement>(Assert.Single(medicines));
        Assert.Equal((R4.MedicationStatement.MedicationStatusCodes.Active, $"Patient/{patient.Id}"), (medicine.Status!.Value, medicine.Subject.Reference));
        Assert.Null(none);
    }

    private async Task<(Patient Patient, ChartEntry Entry)> ChartAsync(string display, ChartKind kind, string? id, CodeTrust trust)
    {
        var patient = await clinic.AddAsync(TestData.Patient("Char", "Ted"));
        var entry = await clinic.AddAsync(new ChartEntry
        {
            PatientId = patient.Id,
            Kind = kind,
            Display = display,
            Status = "active",
            StartedOn = new DateOnly(2020, 1, 2),
            Source = "chart.json#/entry/7",
            VocabularyId = id,
            Trust = trust,
        });
        return (patient, entry);
    }
}
