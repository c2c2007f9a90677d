using System.Net;
using AngleSharp.Dom;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Patients;

public class ImportPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Upload_writes_no_record_until_it_was_committed()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await UploadAsync(browser, ("hershel_marvin.json", Charts.Bytes("hershel_marvin.json")));
        Assert.Contains("Hershel Marvin", browser.Text, StringComparison.Ordinal);
        Assert.Equal(0, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Marvin")));

        await browser.GetAsync("/staff/patients/import");
        await browser.GetAsync(browser.Page.QuerySelector("table a")!.GetAttribute("href")!);
        await browser.PressAsync("Commit");

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var patient = await clinic.ReadAsync(db => db.Patients.SingleAsync(p => p.FamilyName == "Marvin"));
        Assert.Contains("methotrexate", await clinic.ReadAsync(db => db.ChartEntries.Where(e => e.PatientId == patient.Id).Select(e => e.VocabularyId).ToListAsync()));
        Assert.Equal("", await clinic.ReadAsync(db => db.ImportedFiles.Where(f => f.PatientId == patient.Id).Select(f => f.Text).SingleAsync()));
    }

    [Theory]
    [InlineData("photo.png", "no JSON file")]
    public async Task Wrong_kind_of_file_is_refused_with_the_reason(string name, string words)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await UploadAsync(browser, (name, [1, 2, 3]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(words, browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_file_at_all_is_said()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await UploadAsync(browser);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("No file was chosen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_are_said_with_numbers()
    {
        var many = UploadCharts.MayUpload([.. Enumerable.Range(0, 201).Select(n => ($"{n}.json", 10L))]);
        var big = UploadCharts.MayUpload([("big.json", 21L * 1024 * 1024)]);

        Assert.Equal("import-many", Assert.Single(many.Reasons).Code);
        Assert.Equal("import-size", Assert.Single(big.Reasons).Code);
    }

    [Fact]
    public async Task Malformed_file_shows_its_place_and_cannot_be_taken_in()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await UploadAsync(browser, ("cut.json", "{\"resourceType\":\"Bundle\",\n\"entry\": ["u8.ToArray()));

        Assert.Contains("line 2", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take in", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Differing_field_is_shown_and_taken_only_when_chosen()
    {
        var ours = TestData.Patient("Liz", "Differing", new DateOnly(1986, 11, 28), Sex.Unknown);
        (ours.Email, ours.Phone) = (null, "555-0000");
        await clinic.AddAsync(ours);
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        var chart = Charts.Changed("fidel_bins.json", c =>
        {
            var patient = c.First("Patient");
            (patient["name"]![0]!["family"], patient["name"]![0]!["given"]![0], patient["birthDate"]) = ("Differing", "Liz", "1986-11-28");
            patient["telecom"]![0]!["value"] = "555-1111";
        });

        await UploadAsync(browser, ("liz.json", WithoutDates(chart)));
        Assert.Contains("555-0000", browser.Text, StringComparison.Ordinal);
        Assert.Contains("555-1111", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Commit", ("Decision", "Take in"), ("Take the chart's phone", "true"));

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal("555-1111", await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == ours.Id).Select(p => p.Phone).SingleAsync()));
        Assert.Equal(Sex.Male, await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == ours.Id).Select(p => p.Sex).SingleAsync()));
    }

    [Fact]
    public async Task Record_that_changed_in_between_is_reviewed_again()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await UploadAsync(browser, ("m.json", Charts.Of("Between", "Changed", "1990-01-01")));
        await clinic.AddAsync(TestData.Patient("Changed", "Between", new DateOnly(1990, 1, 1)));

        await browser.PressAsync("Commit", ("Decision", "Take in"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("changed since you looked", browser.Text, StringComparison.Ordinal);
        Assert.Equal(1, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Between")));
    }

    [Fact]
    public async Task Two_files_of_one_person_make_one_record()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await UploadAsync(browser, ("a.json", Charts.Of("Once", "Only", "1990-01-01")), ("b.json", Charts.Of("Once", "Only", "1990-01-01")));

        await browser.PressAsync("Commit");

        Assert.Equal(1, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Once")));
    }

    [Fact]
    public async Task Near_match_is_shown_and_can_be_chosen()
    {
        var ours = await clinic.AddAsync(TestData.Patient("Caterina", "Nearby", new DateOnly(1991, 2, 3)));
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await UploadAsync(browser, ("n.json", Charts.Of("Nearby", "Katarina", "1991-02-03")));
        await browser.PressAsync("Commit", ("Who is it", ours.Id.ToString()), ("Decision", "Take in"));

        Assert.Equal(1, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Nearby")));
    }

    [Fact]
    public async Task Thrown_away_upload_leaves_nothing()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await UploadAsync(browser, ("t.json", Charts.Of("Thrown", "Away", "1990-01-01")));

        await browser.PressAsync("Throw the rest");

        Assert.Equal(0, await clinic.ReadAsync(db => db.Patients.CountAsync(p => p.FamilyName == "Thrown")));
        Assert.Equal(0, await clinic.ReadAsync(db => db.ImportedFiles.CountAsync(f => f.Name == "t.json" && f.Text != "")));
    }

    /// <summary>A person who was born later has a history that began later: what lies before the birth is a problem by itself.</summary>
    private static byte[] WithoutDates(byte[] chart)
    {
        var node = System.Text.Json.Nodes.JsonNode.Parse(chart)!;
        var keep = node["entry"]!.AsArray().Where(e => e!["resource"]!["resourceType"]!.GetValue<string>() == "Patient").Select(e => e!.DeepClone()).ToArray();
        node["entry"] = new System.Text.Json.Nodes.JsonArray(keep);
        return System.Text.Encoding.UTF8.GetBytes(node.ToJsonString());
    }

    internal static async Task UploadAsync(Browser browser, params (string Name, byte[] Bytes)[] files)
    {
        await browser.GetAsync("/staff/patients/import");
        var form = browser.Page.QuerySelector("form[enctype='multipart/form-data']")!;
        var content = new MultipartFormDataContent();
        foreach (var input in form.QuerySelectorAll("input[type=hidden]"))
        {
            content.Add(new StringContent(input.GetAttribute("value") ?? ""), input.GetAttribute("name")!);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/staff/patients/import") { Content = content });
    }
}
