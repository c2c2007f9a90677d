using System.Net;
using Fibril.Pathway;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Sessions;

/// <summary>A cream without a label: its jar says the strength, a named physician orders it, the record carries both.</summary>
public class CompoundedCreamTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task An_assistant_says_the_strength_and_names_the_physician_and_the_record_carries_both()
    {
        var (session, jar, browser) = await AtTheFormAsync("Cora", clinic.Assistant);
        using var _ = browser;
        Assert.Equal("", browser.Page.QuerySelector("[name='Input.OrderedById'] option[selected]")?.GetAttribute("value") ?? "");

        (string, string)[] amounts = [("Tube", jar.Id.ToString()), ("Amount", "1"), ("Area", "50")];
        await browser.PressAsync("Cream is on now", amounts);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Write the strength on the jar", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Cream is on now", [.. amounts, ("Strength on the jar", "23"), ("Unit of the strength", "mg in each gram")]);
        Assert.Contains("2.3 % (23 mg/g) cannot be right", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Cream is on now", [.. amounts, ("Strength on the jar", "23"), ("Unit of the strength", "%")]);
        Assert.NotNull(browser.Page.QuerySelector("[data-code=cream-physician-only]"));
        await browser.PressAsync("Cream is on now", [.. amounts, ("Ordered by", clinic.Physician.Name)]);
        Assert.Contains("Write why this cream was ordered.", browser.Text, StringComparison.Ordinal);
        Assert.Null((await OfAsync(session)).Cream);
        await browser.PressAsync("Cream is on now", [.. amounts, ("Why this cream", "needs 1.5 mm, label cream failed")]);

        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Contains("230 mg of amide in each gram, by its jar", browser.Text, StringComparison.Ordinal);
        var cream = (await OfAsync(session)).Cream!;
        Assert.Equal((230m, clinic.Physician.Id), (cream.AmideMgPerGram, cream.Order!.Physician.Id));
        var text = await TextAsync(session);
        Assert.Contains("1 g on 50 cm², 230 mg of amide in each gram, by its jar\n", text, StringComparison.Ordinal);
        Assert.Contains($"ordered by {clinic.Physician.Name}: needs 1.5 mm, label cream failed\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_physician_who_presses_stands_there_as_the_one_who_ordered()
    {
        var (_, _, browser) = await AtTheFormAsync("Carl", clinic.Physician);
        using var _ = browser;

        Assert.Equal(clinic.Physician.Id.ToString(), browser.Page.QuerySelector("[name='Input.OrderedById'] option[selected]")?.GetAttribute("value"));
    }

    [Theory]
    [InlineData(10, 2.5, null)]
    [InlineData(10, 2.8, "cream-amount")]
    [InlineData(23, 1.1, null)]
    [InlineData(23, 1.2, "cream-amount")]
    public async Task The_ceiling_goes_by_the_strength_on_the_jar(decimal percent, decimal grams, string? code)
    {
        // 60 kg: 270 mg, which is 2.7 g of 10 % and 1.17 g of 23 %.
        var (session, jar) = await OpenAsync($"Cia{percent}{grams}");

        var result = await PutAsync(session, new() { LotId = jar.Id.ToString(), Grams = grams, AreaCm2 = 50, Strength = percent, Unit = StrengthUnit.Percent, OrderedById = clinic.Physician.Id.ToString(), OrderReason = "asked" }, clinic.Assistant);

        Assert.Equal(code is null ? [] : [code], result is FormResult.Refused refused ? refused.Decision.Reasons.Select(r => r.Code) : []);
    }

    [Fact]
    public async Task Pressing_as_a_physician_is_no_order_and_an_order_by_a_practitioner_is_none()
    {
        var (session, jar) = await OpenAsync("Cleo");
        PutCreamOn.Input By(StaffMember? who) => new() { LotId = jar.Id.ToString(), Grams = 1, AreaCm2 = 50, Strength = 23, Unit = StrengthUnit.Percent, OrderedById = who?.Id.ToString(), OrderReason = "asked" };

        Assert.Equal(["cream-physician-only"], Assert.IsType<FormResult.Refused>(await PutAsync(session, By(null), clinic.Physician)).Decision.Reasons.Select(r => r.Code));
        Assert.Equal(["order-no-physician"], Assert.IsType<FormResult.Refused>(await PutAsync(session, By(clinic.Practitioner), clinic.Physician)).Decision.Reasons.Select(r => r.Code));
    }

    [Fact]
    public async Task What_a_physician_ordered_does_not_stop_the_practitioner_who_needles()
    {
        var (session, jar) = await OpenAsync("Cyra");
        Assert.IsType<FormResult.GoTo>(await PutAsync(session, new() { LotId = jar.Id.ToString(), Grams = 1, AreaCm2 = 50, Strength = 23, Unit = StrengthUnit.Percent, OrderedById = clinic.Physician.Id.ToString(), OrderReason = "asked" }, clinic.Assistant));
        clinic.Clock.Advance(TimeSpan.FromMinutes(20));
        await clinic.UseAsync<TakeCreamOff, FormResult?>(u => u.Handle(session.Id), clinic.Assistant);

        var start = await clinic.UseAsync<StartNeedling, FormResult?>(u => u.Handle(session.Id), clinic.Practitioner);

        Assert.DoesNotContain(Assert.IsType<FormResult.Refused>(start).Decision.Reasons, r => r.Code.StartsWith("cream", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_labelled_cream_keeps_the_strength_of_its_label_and_asks_nothing_more()
    {
        var (session, _) = await OpenAsync("Cleta");
        var tube = await StockData.LotAsync(clinic, received: 5, lotNumber: "TUBE-1", item: await clinic.AddAsync(new StockItem { Name = "Tube", Kind = StockKind.Anaesthetic, ProtocolId = "lidocaine-prilocaine" }));

        Assert.IsType<FormResult.GoTo>(await PutAsync(session, new() { LotId = tube.Id.ToString(), Grams = 5, AreaCm2 = 50 }, clinic.Assistant));

        Assert.Equal((50m, null), ((await OfAsync(session)).Cream!.AmideMgPerGram, (await OfAsync(session)).Cream!.Order));
        Assert.Contains("50 mg of amide in each gram, by its label\n", await TextAsync(session), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_from_before_strengths_were_kept_reads_as_it_did()
    {
        var (session, _) = await OpenAsync("Cilla");
        await clinic.InAsync(async s =>
        {
            var db = s.GetRequiredService<ClinicDb>();
            (await db.Sessions.SingleAsync(x => x.Id == session.Id)).PutCreamOn(new("lidocaine-tetracaine", null, "L1", 5, 60), clinic.Clock.Now());
            await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
        }, clinic.Practitioner);

        Assert.Contains("lot L1, 5 g on 60 cm²\nOn ", await TextAsync(session), StringComparison.Ordinal);
    }

    private Task<FormResult?> PutAsync(Session session, PutCreamOn.Input input, StaffMember who) => clinic.UseAsync<PutCreamOn, FormResult?>(u => u.Handle(session.Id, input), who);

    private Task<Session> OfAsync(Session session) => clinic.ReadAsync(db => db.Sessions.SingleAsync(s => s.Id == session.Id));

    private Task<string> TextAsync(Session session) => clinic.InAsync(
        async s => SessionText.Of((await SessionReader.LoadAsync(s.GetRequiredService<ClinicDb>(), s.GetRequiredService<Caller>(), session.Id))!), clinic.Practitioner);

    private async Task<(Session Session, StockLot Jar, Browser Browser)> AtTheFormAsync(string given, StaffMember who)
    {
        var (session, jar) = await OpenAsync(given);
        var browser = await Browser.OfAsync(clinic, who);
        await browser.GetAsync($"/staff/sessions/{session.Id}/cream");
        return (session, jar, browser);
    }

    /// <summary>All early checks are ticked; the person weighs 60 kg.</summary>
    private async Task<(Session Session, StockLot Jar)> OpenAsync(string given)
    {
        var (patient, course) = await clinic.CreateReadyCourseAsync(given, anaesthetic: "lidocaine-tetracaine");
        await clinic.SignConsentAsync(course);
        var session = await clinic.OpenSessionAsync(course);
        await clinic.InAsync(async s =>
        {
            var db = s.GetRequiredService<ClinicDb>();
            (await db.Patients.SingleAsync(p => p.Id == patient.Id)).WeightKg = 60;
            var row = await db.Sessions.SingleAsync(x => x.Id == session.Id);
            new[] { SessionGate.Identity, SessionGate.Well, SessionGate.Holds, SessionGate.Consent }.ToList().ForEach(item => row.Tick(new(item, clinic.Assistant.Id, "Asa", clinic.Clock.Now())));
            await db.SaveAsync(s.GetRequiredService<Caller>().Act("set up"));
        }, clinic.Practitioner);
        var item = await clinic.AddAsync(new StockItem { Name = "Jar of the pharmacy", Kind = StockKind.Anaesthetic, ProtocolId = "compounded" });
        return (session, await StockData.LotAsync(clinic, received: 5, lotNumber: $"JAR-{given}", item: item));
    }
}
