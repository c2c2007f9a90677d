using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Patients;

public class ImportChartsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Every_chart_goes_in_once_and_is_the_same_the_second_time()
    {
        foreach (var file in Charts.Files)
        {
            var first = await ImportAsync(Path.GetFileName(file), await File.ReadAllBytesAsync(file));
            var rows = await clinic.ReadAsync(db => db.JournalEntries.CountAsync());

            var second = await ImportAsync("renamed.json", await File.ReadAllBytesAsync(file));

            Assert.Equal((Standing.New, true), (first.Standing, first.WentIn));
            Assert.Equal((Standing.Same, true), (second.Standing, second.WentIn));
            Assert.Equal(rows, await clinic.ReadAsync(db => db.JournalEntries.CountAsync()));
        }
    }

    [Fact]
    public async Task Dry_run_writes_nothing()
    {
        var report = await ImportAsync("d.json", Charts.Of("Dry", "Run", "1990-01-01"), dryRun: true);

        Assert.Equal(Standing.New, report.Standing);
        Assert.Equal(0, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Dry")));
    }

    [Fact]
    public async Task Changed_line_is_restated_and_a_clinicians_reading_stands()
    {
        const string subject = "\"subject\":{\"reference\":\"Patient/p1\"}";
        await ImportAsync("a.json", Charts.Of("Changed", "Line", "1990-01-01", $$"""{"resourceType":"Condition","id":"x1","code":{"text":"Odd skin"},{{subject}}}"""));
        await clinic.InAsync(async services =>
        {
            var db = (Fibril.Platform.Data.ClinicDb)services.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
            (await db.ChartEntries.FirstAsync(e => e.Display == "Odd skin")).Understand("condition-other");
            await db.SaveAsync(((Fibril.Platform.Data.Caller)services.GetService(typeof(Fibril.Platform.Data.Caller))!).Act("read chart line"));
        });

        var report = await ImportAsync("b.json", Charts.Of("Changed", "Line", "1990-01-01", $$"""{"resourceType":"Condition","id":"x1","code":{"text":"Odd skin"},"onsetDateTime":"2020-02-02",{{subject}}}"""));

        var entry = await clinic.ReadAsync(db => db.ChartEntries.SingleAsync(e => e.Display == "Odd skin"));
        Assert.Equal((Standing.Different, 0, 1), (report.Standing, report.NewLines, report.ChangedLines));
        Assert.Equal((new DateOnly(2020, 2, 2), CodeTrust.Clinician, "condition-other", "b.json#/entry/1"), (entry.StartedOn!.Value, entry.Trust, entry.VocabularyId, entry.Source));
    }

    [Fact]
    public async Task Person_whose_data_differ_waits_for_a_reviewer_unless_theirs_are_taken()
    {
        byte[] With(string phone) => Charts.Changed("fidel_bins.json", c =>
        {
            var patient = c.First("Patient");
            patient["name"]![0]!["family"] = "Differs";
            patient.AsObject().Remove("identifier");
            patient["telecom"]![0]!["value"] = phone;
        });
        await ImportAsync("a.json", With("555-111-2222"));

        var waits = await ImportAsync("b.json", With("555-333-4444"));
        var taken = await ImportAsync("b.json", With("555-333-4444"), takeTheirs: true);

        Assert.False(waits.WentIn);
        Assert.Equal("Phone", Assert.Single(waits.Differences).Field);
        Assert.Equal((true, Standing.Different), (taken.WentIn, taken.Standing));
        Assert.Equal("555-333-4444", await clinic.ReadAsync(db => db.Patients.Where(p => p.FamilyName == "Differs").Select(p => p.Phone).SingleAsync()));
    }

    [Fact]
    public async Task File_with_a_wrong_line_is_refused_as_a_whole()
    {
        var report = await ImportAsync("w.json", Charts.Of("Wrong", "Line", "1990-01-01", """{"resourceType":"Condition","code":{"text":"Diabetes"},"subject":{"reference":"urn:uuid:other"}}"""));

        Assert.Equal((Standing.Refused, false), (report.Standing, report.WentIn));
        Assert.Equal(0, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Wrong")));
    }

    [Fact]
    public async Task Two_people_with_one_name_and_birth_date_but_other_numbers_stay_two()
    {
        byte[] Numbered(string number) => Charts.Changed("mara_luisa_razo.json", c =>
        {
            c.First("Patient")["name"]![0]!["family"] = "Namesake";
            foreach (var identifier in c.First("Patient")["identifier"]!.AsArray())
            {
                identifier!["value"] = number;
            }
        });
        await ImportAsync("a.json", Numbered("1"));

        var second = await ImportAsync("b.json", Numbered("2"));

        Assert.Equal(Standing.New, second.Standing);
        Assert.Contains("María Luisa Namesake, born 1973-08-01", second.LooksLike);
    }

    private Task<FileReport> ImportAsync(string name, byte[] bytes, bool dryRun = false, bool takeTheirs = false) =>
        clinic.UseAsync<ImportCharts, FileReport>(u => u.Handle(name, bytes, clinic.Today, dryRun, takeTheirs));
}
