using System.Net;
using Fibril.Platform.Access;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice;

public class PracticePagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    public static TheoryData<string> Pages =>
    [
        "/staff/practice", "/staff/practice/clinic", "/staff/practice/staff", "/staff/practice/places", "/staff/practice/devices",
        "/staff/practice/prices", "/staff/practice/protocol",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everybody_on_the_staff_may_look(string page)
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync(page);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Single(browser.Page.QuerySelectorAll("main h1"));
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("main button"), b => b.TextContent == "Save");
    }

    [Theory]
    [InlineData("/staff/practice/staff/new")]
    [InlineData("/staff/practice/places/new")]
    [InlineData("/staff/practice/devices/new")]
    [InlineData("/staff/practice/prices/new")]
    [InlineData("/staff/practice/journal")]
    public async Task Only_the_owner_changes(string page)
    {
        using var other = await Browser.OfAsync(clinic, clinic.Physician);
        using var owner = await Browser.OfAsync(clinic, clinic.Owner);

        await other.GetAsync(page);
        await owner.GetAsync(page);

        Assert.Contains("Not for your role", other.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, owner.Status);
        Assert.DoesNotContain("Not for your role", owner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clinic_is_changed_and_the_journal_shows_old_and_new()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/clinic");

        await browser.PressAsync("Save", ("Telephone at night", "0700 900"), ("No mail from", "20:30"), ("Opens at", "25:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Save", ("Opens at", "08:30"), ("Time zone", "Europe/London"));

        Assert.True(browser.Status == HttpStatusCode.OK, browser.Page.QuerySelector("[role=alert]")?.TextContent);
        var saved = await clinic.ReadAsync(db => db.Clinics.FirstAsync());
        Assert.Equal(("0700 900", new TimeOnly(20, 30), new TimeOnly(8, 30)), (saved.EmergencyPhone, saved.QuietFrom, saved.OpensAt));
        await browser.GetAsync("/staff/practice/journal?kind=Write");
        Assert.Contains("change clinic", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Quiet from", browser.Text, StringComparison.Ordinal);
        Assert.Contains("20:30", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_opened_before_somebody_else_saved_loses_the_race()
    {
        var place = await clinic.AddAsync(new Fibril.Practice.Places.Place { Name = "Chair", Kind = Fibril.Practice.Places.PlaceKind.NumbingChair });
        using var slow = await Browser.OfAsync(clinic, clinic.Owner);
        using var fast = await Browser.OfAsync(clinic, clinic.Owner);
        await slow.GetAsync($"/staff/practice/places/{place.Id}");
        await fast.GetAsync($"/staff/practice/places/{place.Id}");
        await fast.PressAsync("Save", ("Name", "Chair by the window"));

        await slow.PressAsync("Save", ("Name", "Chair by the door"));

        Assert.Equal(HttpStatusCode.Conflict, slow.Status);
        Assert.Contains("Chair by the window", slow.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_member_is_added_changed_and_leaves()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/staff/new");

        await browser.PressAsync("Save", ("Name", "Nia New"), ("Mail", "Nia@Example.org"), ("Role", "Practitioner"));
        Assert.Contains("needs a profession", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Save", ("Profession", "Practitioner"), ("Credential number", "N-7"), ("Deepest setting", "1.5"));

        var member = await clinic.ReadAsync(db => db.StaffMembers.FirstAsync(s => s.Email == "nia@example.org"));
        Assert.Equal((Role.Practitioner, Profession.Practitioner, 1.5m), (member.Role, member.Profession, member.MaxDepthMm));
        await browser.PressAsync("Invite");
        Assert.Contains("on its way to nia@example.org", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Nia New has left");
        Assert.NotNull((await clinic.ReadAsync(db => db.StaffMembers.FirstAsync(s => s.Id == member.Id))).LeftAt);
    }

    [Fact]
    public async Task Last_owner_stays_owner()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync($"/staff/practice/staff/{clinic.Owner.Id}");

        await browser.PressAsync("Save", ("Role", "Assistant"));
        Assert.Contains("only owner", browser.Text, StringComparison.Ordinal);
        await browser.GetAsync($"/staff/practice/staff/{clinic.Owner.Id}");
        await browser.PressAsync("has left");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Null((await clinic.ReadAsync(db => db.StaffMembers.FirstAsync(s => s.Id == clinic.Owner.Id))).LeftAt);
    }

    [Fact]
    public async Task Device_and_price_are_added_and_retired()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/devices/new");
        await browser.PressAsync("Save", ("Name", "Pen one"), ("Kind", "Pen"), ("Rate", "110"), ("Label", "Ce medical"));
        await browser.FollowAsync("Pen one");
        await browser.PressAsync("Save", ("Retired", "yes"));
        await browser.GetAsync("/staff/practice/prices/new");
        await browser.PressAsync("Save", ("What", "Face"), ("Amount", "180.50"));

        var device = await clinic.ReadAsync(db => db.Devices.FirstAsync(d => d.Name == "Pen one"));
        Assert.Equal((110m, clinic.Clock.GetUtcNow().UtcDateTime), (device.RateHz, device.RetiredAt!.Value));
        Assert.Equal(180.50m, (await clinic.ReadAsync(db => db.PriceItems.FirstAsync(p => p.Name == "Face"))).Amount);
    }

    [Fact]
    public async Task Protocol_is_adopted_once_by_name_with_a_note()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/protocol");
        Assert.Contains("not adopted yet", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Adopt version", ("Note", "Read with the physician"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Adopt version", ("I have read", "yes"));

        var adoption = await clinic.ReadAsync(db => db.ProtocolAdoptions.SingleAsync());
        Assert.Equal((ProtocolPack.Current.Hash, clinic.Owner.Name, "Read with the physician"), (adoption.Hash, adoption.AdoptedByName, adoption.Note));
        Assert.DoesNotContain("Adopt version", browser.Text, StringComparison.Ordinal);
        Assert.Contains("adopted", browser.Text, StringComparison.Ordinal);
    }
}
