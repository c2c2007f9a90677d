using System.Net;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Messages;

public class MessagesPageTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Undo_within_the_window_calls_the_mail_back()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);
        var id = await QueueAsync("undo@example.org");

        await browser.GetAsync("/staff/messages");
        await browser.PressAsync("Undo");
        clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        await clinic.App.Services.GetRequiredService<Mailman>().SendDueAsync();

        Assert.Equal(MessageState.Cancelled, (await FindAsync(id)).State);
        Assert.DoesNotContain(Mails(), m => m.Contains("undo@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Retry_failed_mail_queues_it_again()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        var id = await QueueAsync("no address at all");
        clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        await clinic.App.Services.GetRequiredService<Mailman>().SendDueAsync();
        Assert.Equal(MessageState.Failed, (await FindAsync(id)).State);

        await browser.GetAsync("/staff/messages");
        await browser.PressAsync("Send again");

        Assert.Equal(MessageState.Queued, (await FindAsync(id)).State);
    }

    [Fact]
    public async Task Button_without_antiforgery_token_is_refused_with_400()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);
        var id = await QueueAsync("csrf@example.org");

        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"/staff/messages/{id}/cancel") { Content = new FormUrlEncodedContent([new("once", "x")]) });

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Equal(MessageState.Queued, (await FindAsync(id)).State);
    }

    private IEnumerable<string> Mails()
    {
        var folder = Path.Combine(clinic.Directory, "mail");
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Select(File.ReadAllText) : [];
    }

    private Task<Message> FindAsync(Guid id) => clinic.ReadAsync(db => db.Messages.AsNoTracking().FirstAsync(m => m.Id == id));

    private Task<Guid> QueueAsync(string to) => clinic.InAsync(async services =>
    {
        var message = await services.GetRequiredService<Outgoing>().QueueAsync(new Mail(MessageKind.VisitBooked, to, "Ada", "/my/visits"));
        await services.GetRequiredService<ClinicDb>().SaveAsync(services.GetRequiredService<Caller>().Act("queue mail"));
        return message.Id;
    });
}
