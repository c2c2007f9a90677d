using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fibril.Tests.Platform.Messages;

public class MailmanTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task SendDue_real_server_gets_one_mail_with_the_calendar_and_no_more()
    {
        await using var server = new SmtpServer();
        await server.StartAsync();
        var mailman = Over(server);
        await QueueAsync("one@example.org", "cal", calendar: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        await mailman.SendDueAsync();
        Assert.DoesNotContain(server.Mails, m => To(m) == "one@example.org"); // still within the time to undo

        clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        await mailman.SendDueAsync();
        await mailman.SendDueAsync();

        var mail = Assert.Single(server.Mails, m => To(m) == "one@example.org");
        Assert.Contains("To: one@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", mail, StringComparison.Ordinal);
        Assert.Contains("text/calendar", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendDue_server_down_then_up_drains_once_in_order()
    {
        await using var server = new SmtpServer();
        var mailman = Over(server);
        string[] expected = ["a@example.org", "b@example.org", "c@example.org", "d@example.org"];
        foreach (var to in expected)
        {
            await QueueAsync(to, "down:" + to);
            clinic.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(0, await mailman.SendDueAsync());
        await server.StartAsync();
        Assert.Equal(0, await mailman.SendDueAsync()); // the server is left alone for a while
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await mailman.SendDueAsync();
        await mailman.SendDueAsync();

        Assert.Equal(expected, server.Mails.Select(To).Where(expected.Contains));
    }

    [Fact]
    public async Task SendDue_two_senders_at_once_send_each_mail_once()
    {
        await using var server = new SmtpServer();
        await server.StartAsync();
        for (var n = 0; n < 10; n++)
        {
            await QueueAsync($"p{n}@example.org", $"twice:{n}");
        }

        clinic.Clock.Advance(TimeSpan.FromMinutes(4));
        await Task.WhenAll(Over(server).SendDueAsync(), Over(server).SendDueAsync());

        // Other tests of this class share the clinic and may have left a mail of their own, which is due by now.
        var expected = Enumerable.Range(0, 10).Select(n => $"p{n}@example.org").ToList();
        Assert.Equal(expected, server.Mails.Select(To).Where(expected.Contains).Order(StringComparer.Ordinal));
        Assert.Equal(server.Mails.Count, server.Mails.Select(To).Distinct().Count());
    }

    [Fact]
    public async Task SendDue_address_that_cannot_be_fails_and_lets_the_next_pass()
    {
        await using var server = new SmtpServer();
        await server.StartAsync();
        var wrong = await QueueAsync("not an address", "wrong");
        await QueueAsync("next@example.org", "next");
        clinic.Clock.Advance(TimeSpan.FromMinutes(4));

        await Over(server).SendDueAsync();

        var kept = await FindAsync(wrong.Id);
        Assert.Equal(MessageState.Failed, kept.State);
        Assert.NotNull(kept.LastError);
        Assert.Contains(server.Mails, m => To(m) == "next@example.org");
    }

    [Fact]
    public async Task SendDue_without_a_server_writes_a_file()
    {
        await QueueAsync("folder@example.org", "folder");
        clinic.Clock.Advance(TimeSpan.FromMinutes(4));

        await clinic.App.Services.GetRequiredService<Mailman>().SendDueAsync();

        var files = Directory.GetFiles(Path.Combine(clinic.Directory, "mail"), "*.eml").Select(File.ReadAllText);
        Assert.Contains(files, f => f.Contains("folder@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Queue_same_key_twice_is_one_message()
    {
        var first = await QueueAsync("key@example.org", "same");
        var second = await QueueAsync("key@example.org", "same");

        Assert.Equal(first.Id, second.Id);
    }

    [Fact]
    public async Task Queue_link_that_lets_in_is_unreadable_and_forgotten_once_sent()
    {
        var message = await QueueAsync("secret@example.org", "secret", MessageKind.SignInLink, "/my/sign-in/link?t=SECRETTOKEN");
        var stored = await FindAsync(message.Id);
        var journal = await clinic.ReadAsync(db => db.JournalEntries.OrderByDescending(e => e.Sequence).FirstAsync());

        await clinic.App.Services.GetRequiredService<Mailman>().SendDueAsync();
        var sent = await FindAsync(message.Id);

        Assert.DoesNotContain("SECRETTOKEN", stored.Text + journal.Changes, StringComparison.Ordinal);
        Assert.Equal("", sent.Text);
        Assert.Contains(Directory.GetFiles(Path.Combine(clinic.Directory, "mail")).Select(File.ReadAllText), f => f.Contains("SECRETTOKEN", StringComparison.Ordinal));
    }

    private Mailman Over(SmtpServer server)
    {
        var settings = clinic.App.Services.GetRequiredService<Settings>() with { Smtp = new Uri(server.Uri) };
        return new(clinic.App.Services.GetRequiredService<IServiceScopeFactory>(), new SmtpTransport(settings), settings, clinic.Clock, NullLogger<Mailman>.Instance);
    }

    private Task<Message> FindAsync(Guid id) => clinic.ReadAsync(db => db.Messages.AsNoTracking().FirstAsync(m => m.Id == id));

    private Task<Message> QueueAsync(string to, string key, MessageKind kind = MessageKind.VisitReminder, string path = "/my/visits", string? calendar = null) =>
        clinic.InAsync(async services =>
        {
            var message = await services.GetRequiredService<Outgoing>().QueueAsync(new Mail(kind, to, "Ada", path) { Key = key, Calendar = calendar });
            await services.GetRequiredService<ClinicDb>().SaveAsync(services.GetRequiredService<Caller>().Act("queue mail"));
            return message;
        });

    private static string To(string mail) => mail.Split('\n').First(l => l.StartsWith("To: ", StringComparison.Ordinal))[4..].Trim();
}
