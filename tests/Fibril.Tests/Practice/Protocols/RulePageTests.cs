using System.Net;
using Fibril.Practice.Protocols;
using Fibril.Protocol;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Protocols;

public sealed class RulePageTests : IAsyncLifetime
{
    private const string Toxin = "/staff/practice/protocol/rules/C22";
    private readonly TestClinic clinic = new();

    public ValueTask InitializeAsync() => clinic.InitializeAsync();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task Rule_waits_for_the_adoption_of_the_version()
    {
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync(Toxin);

        Assert.Contains("Adopt it first", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign the change", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_makes_a_rule_stricter_and_takes_it_back_each_signed_with_a_reason()
    {
        using var browser = await AdoptedAsync();

        await browser.GetAsync(Toxin);
        await browser.PressAsync("Sign the change", ("The rule stands", "Stricter"), ("Wait longer by", "7"), ("Why", "Two droopy lids."), ("A clinician of this clinic", "true"));

        Assert.Equal((HttpStatusCode.OK, Toxin), (browser.Status, browser.Address.AbsolutePath));
        Assert.Contains("stricter here", browser.Text, StringComparison.Ordinal);
        var change = Assert.Single((await PackAsync()).Changes);
        Assert.Equal(("C22", 7, "Two droopy lids."), (change.Rule, change.DaysLonger, change.Because));
        Assert.True(await clinic.ReadAsync(db => db.JournalEntries.AnyAsync(e => e.Verb == "change rule" && e.Why == "C22 stricter: Two droopy lids.")));
        await browser.GetAsync("/staff/practice/protocol");
        Assert.Contains("Two droopy lids.", browser.Page.QuerySelector("[data-changed]")!.TextContent, StringComparison.Ordinal);

        await browser.GetAsync(Toxin);
        await browser.PressAsync("Sign the change", ("The rule stands", "As published"), ("Why", "Seen enough."), ("A clinician of this clinic", "true"));

        Assert.Empty((await PackAsync()).Changes);
        Assert.Equal(ProtocolPack.Current.Hash, (await PackAsync()).Hash);
        Assert.Equal(3, await clinic.ReadAsync(db => db.ProtocolAdoptions.CountAsync()));
    }

    [Fact]
    public async Task Number_of_a_rule_that_cannot_be_read_is_said_in_words()
    {
        using var browser = await AdoptedAsync();

        await browser.GetAsync("/staff/practice/protocol/rules/C26a");
        await browser.PressAsync("Sign the change", ("The rule stands", "Stricter"), ("Days", "NaN"), ("Why", "Darker skin here."), ("A clinician of this clinic", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Days: write a number, such as 1.5.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid for", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_is_tightened_and_a_milder_one_is_refused_with_what_was_typed()
    {
        using var browser = await AdoptedAsync();

        await browser.GetAsync("/staff/practice/protocol/rules/C26a");
        await browser.PressAsync("Sign the change", ("The rule stands", "Stricter"), ("Days", "3"), ("Why", "Darker skin here."), ("A clinician of this clinic", "true"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("days must be more than 14.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("3", browser.Page.QuerySelector("#number-days")!.GetAttribute("value"));
        Assert.Empty((await PackAsync()).Changes);

        await browser.PressAsync("Sign the change", ("Days", "21"));

        Assert.Equal(21, (await PackAsync()).Rule("C26a").Number("days"));
        Assert.Contains("Your sunburn must have been gone for 21 days.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("(published: 14)", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_needs_a_reason_a_decision_and_the_state_that_was_looked_at()
    {
        using var browser = await AdoptedAsync();
        using var other = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync(Toxin);
        await other.GetAsync(Toxin);
        await browser.PressAsync("Sign the change", ("The rule stands", "Switched off"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains("Say why", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Tick that a clinician", browser.Text, StringComparison.Ordinal);

        await browser.PressAsync("Sign the change", ("Why", "We needle first."), ("A clinician of this clinic", "true"));
        Assert.Contains("switched off here", browser.Text, StringComparison.Ordinal);
        await other.PressAsync("Sign the change", ("The rule stands", "Stricter"), ("Wait longer by", "7"), ("Why", "Lids."), ("A clinician of this clinic", "true"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Somebody has changed the rules", other.Text, StringComparison.Ordinal);
        Assert.True(Assert.Single((await PackAsync()).Changes).Off);
    }

    [Fact]
    public async Task Only_the_owner_changes_what_nobody_may_override_stays_and_an_unknown_rule_is_not_found()
    {
        using var owner = await AdoptedAsync();
        using var physician = await Browser.OfAsync(clinic, clinic.Physician);

        await physician.GetAsync(Toxin);
        await owner.GetAsync("/staff/practice/protocol/rules/C10");
        var offered = owner.Page.QuerySelectorAll("input[type=radio]").Select(i => i.GetAttribute("value")).ToList();
        await owner.GetAsync("/staff/practice/protocol/rules/C999");

        Assert.DoesNotContain("Sign the change", physician.Text, StringComparison.Ordinal);
        Assert.Equal(["Published", "Stricter"], offered);
        Assert.Equal(HttpStatusCode.NotFound, owner.Status);
    }

    private Task<ProtocolPack> PackAsync() => clinic.ReadAsync(db => AdoptedProtocol.PackAsync(db));

    private async Task<Browser> AdoptedAsync()
    {
        var browser = await Browser.OfAsync(clinic, clinic.Owner);
        await browser.GetAsync("/staff/practice/protocol");
        return await browser.PressAsync("Adopt version", ("Note", "Read with the physician"), ("I have read", "yes"));
    }
}
