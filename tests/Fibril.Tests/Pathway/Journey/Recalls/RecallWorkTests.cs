using System.Net;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Stock;
using Fibril.Tests.Practice.Stock;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Pathway.Journey.Recalls;

/// <summary>A recall from the notice to the report, in earnest and as a drill.</summary>
public class RecallWorkTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task From_the_scanned_pack_to_the_report_with_everybody_reached()
    {
        var (lot, people) = await UsedAsync("RW-1", "Wanda", "Xenia");
        using var browser = await Browser.OfAsync(clinic, clinic.Physician);
        await browser.GetAsync("/staff/stock");
        await browser.FollowAsync("Recall");
        await browser.PressAsync("Find the people", ("Lot", "nowhere"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Find the people", ("Lot", "(17)271231(10)rw-1"));
        Assert.Contains("Who had lot RW-1", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Start the recall", ("What the notice says", "FSN-7: weak seal"));

        Assert.Contains("0 of 2 reached, 0 answered", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Put the rest in quarantine");
        Assert.Contains("in quarantine", browser.Text, StringComparison.Ordinal);
        var open = await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, null, Guid.NewGuid()), clinic.Practitioner);
        Assert.Equal("lot-quarantined", open.Decision.Reasons.Single().Code);
        await browser.GetAsync("/staff");
        Assert.Contains("Recall: lot RW-1", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Recall: lot RW-1");

        clinic.Clock.Advance(TimeSpan.FromSeconds(125));
        await browser.PressAsync("Reached", ("How was Wanda", "In person"));
        Assert.Contains("1 of 2 reached, 0 answered", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("End the recall");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.GetAsync(RecallLinks.Of(await IdAsync(lot)));
        var xenia = await LineAsync(lot, people[1]);
        await clinic.UseAsync<NoteAnswer, FormResult>(u => u.Handle(xenia.RecallId, xenia.Id, "Feels well."), clinic.Assistant);
        await browser.GetAsync(browser.Address.PathAndQuery);
        await browser.PressAsync("End the recall");

        Assert.EndsWith("/report", browser.Address.AbsolutePath, StringComparison.Ordinal);
        foreach (var word in new[] { "Report of a recall: lot RW-1", "FSN-7: weak seal", "2 of 2 reached, 1 answered", "after 2 min 5 s", "In person, Phil Physician", "Feels well. (Asa Assistant)", "2 sessions on 2 people", "cheek" })
        {
            Assert.Contains(word, browser.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("Drill", browser.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.PersonId == people[0].Id && e.Verb == "reach person of recall" && e.ActorName == clinic.Physician.Name)));
        Assert.Equal("recall-ended", await CodeAsync<MarkReached>(u => u.Handle(xenia.RecallId, xenia.Id, Reach.Phone)));
    }

    [Fact]
    public async Task Mails_carry_nothing_clinical_can_be_called_back_and_the_person_answers_behind_the_sign_in()
    {
        var (lot, people) = await UsedAsync("RW-MAIL", "Mila", "Nomail");
        var id = await StartAsync(lot);
        await clinic.InAsync(async s =>
        {
            var db = (Fibril.Platform.Data.ClinicDb)s.GetService(typeof(Fibril.Platform.Data.ClinicDb))!;
            (await db.Patients.SingleAsync(p => p.Id == people[1].Id)).Email = null;
            await db.SaveAsync(((Fibril.Platform.Data.Caller)s.GetService(typeof(Fibril.Platform.Data.Caller))!).Act("prepare test"));
        });

        Assert.Equal("words", await CodeAsync<TellRecallPeople>(u => u.Handle(id, "There is no risk for you.")));
        await TellAsync(id);
        await TellAsync(id); // the second time there is nobody left to write to
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal((MessageKind.ImportantNote, people[0].Id), (mail.Kind, mail.PersonId!.Value));
        Assert.DoesNotContain("RW-MAIL", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("session", mail.Text, StringComparison.OrdinalIgnoreCase);

        await clinic.UseAsync<CallBackRecallMails, FormResult>(u => u.Handle(id), clinic.Owner);
        Assert.Null((await LineAsync(lot, people[0])).MailedAt);
        await TellAsync(id);
        Assert.Equal([MessageState.Cancelled, MessageState.Queued], (await MailsAsync()).Select(m => m.State).Order().Reverse());

        var line = await LineAsync(lot, people[0]);
        using var stranger = Browser.Of(clinic, people[1]);
        await stranger.GetAsync(RecallLinks.OfPerson(line.Id));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
        using var browser = Browser.Of(clinic, people[0]);
        await browser.GetAsync("/my");
        await browser.FollowAsync("Read it now");
        Assert.Contains("is being checked by its maker", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("I have read this", ("Is there something", "Please call me."));
        Assert.Contains("Thank you", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Read it now", (await browser.GetAsync("/my")).Text, StringComparison.Ordinal);
        line = await LineAsync(lot, people[0]);
        Assert.Equal((Reach.Note, "Please call me.", true), (line.ReachedHow!.Value, line.Answer, line.AnsweredAt is not null));

        async Task<List<Message>> MailsAsync() => await clinic.ReadAsync(db => db.Messages.Where(m => m.Kind == MessageKind.ImportantNote && (m.PersonId == people[0].Id || m.PersonId == people[1].Id)).OrderBy(m => m.QueuedAt).ThenBy(m => m.Id).ToListAsync());
    }

    [Fact]
    public async Task A_drill_runs_by_the_stopwatch_sends_nothing_and_says_so_everywhere()
    {
        var (lot, people) = await UsedAsync("DRILL-1", "Dora");
        await UsedAgainAsync(lot, 6); // the lot of the drill is the one with the most sessions
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/recall");
        await browser.PressAsync("Practise a recall");
        Assert.Contains("The notice has come: lot DRILL-1", browser.Text, StringComparison.Ordinal);
        clinic.Clock.Advance(TimeSpan.FromSeconds(41));
        await browser.PressAsync("Find the people", ("Lot", "drill-1"));

        Assert.Contains("This is a drill.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("after 41 s", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Put the rest in quarantine", browser.Text, StringComparison.Ordinal);
        var mails = await clinic.ReadAsync(db => db.Messages.CountAsync());
        await browser.PressAsync("Drill: as if written to");
        Assert.Contains("In earnest the mails would leave now", browser.Text, StringComparison.Ordinal);
        Assert.Equal(mails, await clinic.ReadAsync(db => db.Messages.CountAsync()));
        var id = await IdAsync(lot);
        Assert.Equal("drill", await CodeAsync<SetRecalledAside>(u => u.Handle(id)));
        var line = await LineAsync(lot, people[0]);
        using var person = Browser.Of(clinic, people[0]);
        await person.GetAsync(RecallLinks.OfPerson(line.Id));
        Assert.Equal(HttpStatusCode.NotFound, person.Status);
        await browser.GetAsync("/staff");
        Assert.Contains("Drill: lot DRILL-1", browser.Text, StringComparison.Ordinal);

        clinic.Clock.Advance(TimeSpan.FromSeconds(19));
        foreach (var reached in await clinic.ReadAsync(db => db.RecallPeople.Where(p => p.RecallId == id).ToListAsync()))
        {
            await clinic.UseAsync<MarkReached, FormResult>(u => u.Handle(id, reached.Id, Reach.Phone), clinic.Assistant);
        }

        await clinic.UseAsync<EndRecall, FormResult>(u => u.Handle(id, null), clinic.Owner);
        await browser.GetAsync($"{RecallLinks.Of(id)}/report");
        Assert.Contains("Drill of a recall", browser.Text, StringComparison.Ordinal);
        Assert.Contains("after 1 min 0 s", browser.Text, StringComparison.Ordinal);
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "reach person of recall (drill)")));
        Assert.Null((await clinic.ReadAsync(db => db.StockLots.SingleAsync(l => l.Id == lot.Id))).QuarantinedAt);
    }

    [Fact]
    public async Task Somebody_treated_after_the_start_is_shown_and_added()
    {
        var (lot, _) = await UsedAsync("LATE-1", "Lara");
        var id = await StartAsync(lot);
        await UsedAgainAsync(lot, 1);
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync(RecallLinks.Of(id));

        await browser.PressAsync("Add them");

        Assert.Contains("0 of 2 reached", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Add them", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_lot_number_of_two_products_is_a_choice_and_an_assistant_practises_but_starts_nothing()
    {
        var first = await StockData.LotAsync(clinic, lotNumber: "TWIN-1");
        await StockData.LotAsync(clinic, lotNumber: "TWIN-1", item: await clinic.AddAsync(new StockItem { Name = "Twin gel", Kind = StockKind.Serum }));
        using var browser = await Browser.OfAsync(clinic, clinic.Assistant);
        await browser.GetAsync("/staff/recall");
        await browser.PressAsync("Find the people", ("Lot", "twin-1"));
        Assert.Contains("Several products have a lot", browser.Text, StringComparison.Ordinal);
        await browser.FollowAsync("Cartridge 12, lot TWIN-1");

        Assert.Contains("Nobody was treated with it", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Start the recall", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Practise with this lot");
        Assert.Contains("0 of 0 reached", browser.Text, StringComparison.Ordinal);
        Assert.Equal("recall-open", await CodeAsync<StartRecall>(u => u.Handle(first.Id, true, null)));
        Assert.Equal("reason-missing", await CodeAsync<StartRecall>(u => u.Handle(first.Id, false, " ")));
        using var desk = await Browser.OfAsync(clinic, clinic.FrontDesk);
        await desk.GetAsync("/staff/recall");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
    }

    [Fact]
    public async Task Code_that_cannot_be_read_is_not_a_lot_that_never_came()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/recall");

        await browser.PressAsync("Find the people", ("Lot", "(01)09506000134352(10)RW-9(79)X"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("(79) is no identifier that GS1 knows", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ever received here", browser.Text, StringComparison.Ordinal);
    }

    private async Task<(StockLot Lot, List<Patient> People)> UsedAsync(string number, params string[] given)
    {
        var lot = await StockData.LotAsync(clinic, received: 20, lotNumber: number);
        List<Patient> people = [];
        foreach (var name in given)
        {
            var (person, course) = await clinic.CreateCourseAsync(TestData.Patient(name, "Of" + number.Replace("-", "", StringComparison.Ordinal)));
            var session = await clinic.HoldSessionAsync(course);
            await clinic.UseAsync<OpenUnit, StockAnswer>(u => u.Handle(lot.Id, $"{name}-1", session.Id), clinic.Practitioner);
            people.Add(person);
        }

        return (lot, people);
    }

    private async Task UsedAgainAsync(StockLot lot, int times)
    {
        for (var n = 0; n < times; n++)
        {
            var session = await clinic.HoldSessionAsync((await clinic.CreateCourseAsync(TestData.Patient($"Again{n}", lot.Lot))).Course);
            await clinic.UseAsync<UseLot, StockAnswer>(u => u.Handle(lot.Id, session.Id), clinic.Practitioner);
        }
    }

    private async Task<Guid> StartAsync(StockLot lot)
    {
        await clinic.UseAsync<StartRecall, FormResult>(u => u.Handle(lot.Id, false, "notice"), clinic.Owner);
        return await IdAsync(lot);
    }

    private Task<Guid> IdAsync(StockLot lot) => clinic.ReadAsync(db => db.LotRecalls.Where(r => r.LotId == lot.Id).Select(r => r.Id).SingleAsync());

    private Task<FormResult> TellAsync(Guid id) => clinic.UseAsync<TellRecallPeople, FormResult>(u => u.Handle(id, RecallRules.Draft("")), clinic.Owner);

    private Task<RecallPerson> LineAsync(StockLot lot, Patient person) =>
        clinic.ReadAsync(db => db.RecallPeople.SingleAsync(p => p.PatientId == person.Id && db.LotRecalls.Any(r => r.Id == p.RecallId && r.LotId == lot.Id)));

    private async Task<string?> CodeAsync<T>(Func<T, Task<FormResult>> call) where T : notnull =>
        await clinic.UseAsync(call, clinic.Owner) is FormResult.Refused refused ? refused.Decision.Reasons[0].Code : null;
}
