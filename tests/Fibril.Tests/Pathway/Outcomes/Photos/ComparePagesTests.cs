using System.IO.Compression;
using System.Net;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Outcomes.Photos;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Outcomes.Photos;

/// <summary>A baseline and a follow-up of one person, from the list of photographs to what may leave the house.</summary>
public class ComparePagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Follow_up_is_compared_measured_and_handed_over_only_while_the_person_allows_it()
    {
        var (patient, course, before, after) = await clinic.PairAsync("Iris");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/courses/{course}/photos");
        Assert.Contains("Baseline", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Compare with the baseline");
        Assert.Contains("By the skin; fit", browser.Text, StringComparison.Ordinal);
        Assert.Contains("smaller than the error of this method", browser.Text, StringComparison.Ordinal);
        Assert.Contains("a stated default", browser.Text, StringComparison.Ordinal);
        foreach (var look in new[] { "slider", "flicker", "side&as=taken" })
        {
            await browser.GetAsync($"/staff/photos/{after}/against/{before}?look={look}");
            Assert.Equal((HttpStatusCode.OK, 2), (browser.Status, browser.Page.QuerySelectorAll("photo-zoom img").Length));
        }

        Assert.Equal([0xFF, 0xD8], (await BytesAsync(browser, $"/staff/photos/{after}/against/{before}/second.jpg"))[..2]);
        await browser.GetAsync($"/staff/photos/{after}/against/{before}/for/Teaching");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("teaching: never asked", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync($"/staff/photos/{after}/against/{before}/for/Record");
        Assert.Contains("for teaching or for publication alone", browser.Text, StringComparison.Ordinal);

        await AllowAsync(patient, PhotoUse.Teaching, true, before, after);
        using (var zip = new ZipArchive(new MemoryStream(await BytesAsync(browser, $"/staff/photos/{after}/against/{before}/for/Teaching"))))
        {
            Assert.Equal(["1-original.jpg", "2-aligned.jpg", "2-original.jpg", "NOTE.txt"], zip.Entries.Select(e => e.Name).Order(StringComparer.Ordinal));
            using var note = new StreamReader(zip.GetEntry("NOTE.txt")!.Open());
            Assert.Contains("turned by", await note.ReadToEndAsync(), StringComparison.Ordinal);
        }

        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == patient.Id && e.Verb == "take out photos for teaching")));
        await AllowAsync(patient, PhotoUse.Teaching, false, before);
        await browser.GetAsync($"/staff/photos/{after}/against/{before}/for/Teaching");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
    }

    [Fact]
    public async Task Photograph_taken_out_of_the_record_is_compared_no_more_though_the_answer_was_known()
    {
        var (patient, _, before, after) = await clinic.PairAsync("Isa");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        Assert.NotEmpty(await BytesAsync(browser, $"/staff/photos/{after}/against/{before}/second.jpg"));

        await AllowAsync(patient, PhotoUse.Record, false, after);

        await browser.GetAsync($"/staff/photos/{after}/against/{before}/second.jpg");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.GetAsync($"/staff/photos/{after}/against/{before}");
        Assert.Contains("taken out of the record by the person", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Three_clicks_lay_the_pair_by_hand_without_any_script()
    {
        var (_, _, before, after) = await clinic.PairAsync("Ivo");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        var page = $"/staff/photos/{after}/against/{before}/points";

        (int X, int Y)[] places = [(205, 205), (315, 205), (260, 340)];
        var points = "";
        foreach (var (x, y) in places.SelectMany(p => new[] { p, p }))
        {
            await browser.GetAsync($"{page}?points={points}&at.x={x}&at.y={y}");
            points = browser.Page.QuerySelector("input[name=points]")!.GetAttribute("value");
        }

        Assert.Contains("Three places are marked in both", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Lay them so");
        Assert.Contains("By the clicks of", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync($"{page}?points=100,100;100,100;101,100;101,100;100,102;100,102");
        await browser.PressAsync("Lay them so");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("too near", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drawn_area_is_what_is_measured_and_the_rest_brings_the_colours_together()
    {
        var (_, course, before, after) = await clinic.PairAsync("Ida");
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);

        await browser.GetAsync($"/staff/photos/{before}/zones?points=300,480;430,480;430,620&at.x=160&at.y=320");
        Assert.Equal("4", browser.Page.QuerySelectorAll("circle").Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await browser.PressAsync("Keep this area", ("Area", "cheek"));
        await browser.GetAsync($"/staff/photos/{after}/against/{before}");

        Assert.Contains("Cheek: redness", browser.Text, StringComparison.Ordinal);
        Assert.Contains("by the skin outside the drawn areas", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Keep these measures in the record");
        Assert.Contains("Kept in the record by", browser.Text, StringComparison.Ordinal);
        Assert.Equal(5, (await clinic.ReadAsync(db => db.SkinChanges.SingleAsync(c => c.AfterId == after))).Measures.Count);
        await browser.GetAsync($"/staff/courses/{course}/outcomes");
        Assert.Equal(5, browser.Page.QuerySelectorAll("svg.chart-skin circle").Length);
        await browser.GetAsync($"/staff/photos/{before}/zones");
        await browser.PressAsync("Take away");
        Assert.Equal(0, await clinic.ReadAsync(db => db.PhotoZones.CountAsync(z => z.PhotoId == before && z.RemovedAt == null)));
    }

    private async Task AllowAsync(Patient patient, PhotoUse use, bool allow, params Guid[] photos)
    {
        foreach (var photo in photos)
        {
            await clinic.UseAsync<ChoosePhotoUse, FormResult>(u => u.Handle(photo, use, allow), patient: patient);
        }
    }

    private static async Task<byte[]> BytesAsync(Browser browser, string url)
    {
        using var answer = await browser.RawAsync(new(HttpMethod.Get, url), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
    }
}
