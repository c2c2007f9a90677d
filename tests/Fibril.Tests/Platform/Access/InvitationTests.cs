using System.Net;
using Fibril.Platform.Access;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Data;
using Fibril.Platform.Messages;
using Fibril.Practice.Staff;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Access;

public class InvitationTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Invited_colleague_chooses_a_password_and_is_in()
    {
        var member = await InviteAsync("New Colleague");
        using var browser = Browser.Of(clinic);
        var link = AccessSteps.LinkIn(clinic.MailsTo(member.Email)[^1]);

        await browser.GetAsync(link);
        await browser.PressAsync("Join", ("Password", "too weak"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Join", ("Password", AccessSteps.Password));
        Assert.Equal("/account", browser.Address.AbsolutePath);
        await browser.GetAsync(link);

        Assert.NotNull((await FindAsync(member.Id)).AccountId);
        Assert.Contains("used or is too old", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_after_seven_days_is_refused()
    {
        var member = await InviteAsync("Late Colleague");
        using var browser = Browser.Of(clinic);
        clinic.Clock.Advance(TimeSpan.FromDays(7));

        await browser.GetAsync(AccessSteps.LinkIn(clinic.MailsTo(member.Email)[^1]));

        Assert.Contains("too old", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitation_of_somebody_who_has_a_sign_in_asks_for_its_password()
    {
        var (before, account) = await clinic.AddColleagueAsync("Comes Back");
        await clinic.ReadAsync(db => db.StaffMembers.Where(s => s.Id == before.Id).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.LeftAt, TestClinic.Start.UtcDateTime).SetProperty(m => m.Email, "old@example.org")));
        var member = await InviteAsync("Comes Back");
        using var browser = Browser.Of(clinic);

        await browser.GetAsync(AccessSteps.LinkIn(clinic.MailsTo(member.Email)[^1]));
        await browser.PressAsync("Join", ("Password", "some-other-long-password"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.PressAsync("Join", ("Password", AccessSteps.Password));

        Assert.Equal(account.Id, (await FindAsync(member.Id)).AccountId);
    }

    [Fact]
    public async Task AddUser_from_the_command_line_gives_a_link_or_takes_a_password()
    {
        var invited = await clinic.UseAsync<AddUser, AddUser.Answer>(u => u.Handle(new("cli.one@example.org", "Cli One", Role.Assistant, null, null)));
        var direct = await clinic.UseAsync<AddUser, AddUser.Answer>(u => u.Handle(new("cli.two@example.org", "Cli Two", Role.Owner, "Harbour Skin", AccessSteps.Password)));
        var weak = await clinic.UseAsync<AddUser, AddUser.Answer>(u => u.Handle(new("cli.three@example.org", "Cli Three", Role.Owner, null, "password")));
        using var browser = Browser.Of(clinic);
        using var joining = Browser.Of(clinic);
        await browser.SignInAsync("cli.two@example.org", AccessSteps.Password);
        await joining.GetAsync(invited.Link!.PathAndQuery);

        Assert.Equal("/staff", browser.Address.AbsolutePath);
        Assert.Contains("Welcome, Cli One", joining.Text, StringComparison.Ordinal);
        Assert.Null(direct.Problem);
        Assert.NotNull(weak.Problem);
        Assert.False(await clinic.ReadAsync(db => db.StaffMembers.AnyAsync(s => s.Name == "Cli Three")));
    }

    [Fact]
    public async Task AddUser_dry_run_judges_and_writes_nothing()
    {
        var strong = await clinic.UseAsync<AddUser, AddUser.Answer>(u => u.Handle(new("cli.dry@example.org", "Cli Dry", Role.Owner, null, AccessSteps.Password, DryRun: true)));
        var weak = await clinic.UseAsync<AddUser, AddUser.Answer>(u => u.Handle(new("cli.dry@example.org", "Cli Dry", Role.Owner, null, "password", DryRun: true)));

        Assert.Equal(new AddUser.Answer(null, null), strong);
        Assert.NotNull(weak.Problem);
        Assert.False(await clinic.ReadAsync(db => db.StaffMembers.AnyAsync(s => s.Name == "Cli Dry")));
    }

    private Task<StaffMember> FindAsync(Guid id) => clinic.ReadAsync(db => db.StaffMembers.AsNoTracking().FirstAsync(s => s.Id == id));

    private async Task<StaffMember> InviteAsync(string name)
    {
        var member = await clinic.InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var added = db.Add(TestData.Staff(name, Role.Practitioner, Profession.None, clinic.Clock.Now())).Entity;
            await services.GetRequiredService<Invitations>().InviteAsync(added.Id, added.Name, added.Email);
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("invite"));
            return added;
        });
        await clinic.App.Services.GetRequiredService<Mailman>().SendDueAsync();
        return member;
    }
}
