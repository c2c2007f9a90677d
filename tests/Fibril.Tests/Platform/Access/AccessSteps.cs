using Fibril.Platform.Access;
using Fibril.Platform.Data;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Fibril.Tests.Platform.Access;

internal static class AccessSteps
{
    public const string Password = "plum-anvil-cobalt-seven";

    /// <summary>A new colleague with an account and a password.</summary>
    public static async Task<(StaffMember Member, Account Account)> AddColleagueAsync(this TestClinic clinic, string name)
    {
        var member = await clinic.AddAsync(TestData.Staff(name, Role.Practitioner, Profession.None, clinic.Clock.Now()));
        var account = new Account { UserName = member.Email, Email = member.Email };
        await clinic.InAsync(async services =>
        {
            var made = await services.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
            Assert.True(made.Succeeded, string.Join(" ", made.Errors.Select(e => e.Description)));
            await services.GetRequiredService<ClinicDb>().StaffMembers.Where(s => s.Id == member.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.AccountId, account.Id));
        });
        return (member, account);
    }

    public static async Task<Browser> SignInAsync(this Browser browser, string email, string password)
    {
        await browser.GetAsync("/sign-in");
        return await browser.SendAsync(browser.FilledPress("Sign in", ("Mail address", email), ("Password", password)));
    }

    /// <summary>What was mailed to an address, oldest first.</summary>
    public static IReadOnlyList<string> MailsTo(this TestClinic clinic, string email)
    {
        var folder = Path.Combine(clinic.Directory, "mail");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.eml").Select(f => MimeMessage.Load(f)).Where(m => m.To.Mailboxes.Any(t => t.Address == email)).OrderBy(m => m.Date).ThenBy(m => m.MessageId, StringComparer.Ordinal).Select(m => m.TextBody!)]
            : [];
    }

    public static async Task<string> LastMailToAsync(this TestClinic clinic, string email)
    {
        await clinic.App.Services.GetRequiredService<AccessPost>().DrainAsync();
        return clinic.MailsTo(email)[^1];
    }

    /// <summary>Path of the first link of a mail.</summary>
    public static string LinkIn(string mail) =>
        new Uri(mail.Split('\n').Select(l => l.Trim()).First(l => l.StartsWith("http", StringComparison.Ordinal))).PathAndQuery;
}
