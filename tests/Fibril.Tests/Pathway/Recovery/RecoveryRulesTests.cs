using System.Text.Json;
using Fibril.Pathway.Recovery;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Recovery;

public class RecoveryRulesTests
{
    public static TheoryData<TriageLevel> Levels => [.. Enum.GetValues<TriageLevel>()];

    [Theory]
    [MemberData(nameof(Levels))]
    public void Level_word_is_the_word_of_the_contract(TriageLevel level)
    {
        var decision = Fibril.Protocol.Triage.Decide(ProtocolPack.Current, new() { Day = 1, Signs = [] }) with { Level = level };

        var word = JsonDocument.Parse(decision.ToJson()).RootElement.GetProperty("level").GetString();

        Assert.Equal(word, TriageLevels.Word(level));
        Assert.Equal(level, TriageLevels.Parse(word!));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(400, true)]
    [InlineData(401, false)]
    [InlineData(null, false)]
    public void Report_is_taken_from_the_last_needle_contact_for_400_days(int? day, bool allowed) =>
        Assert.Equal(allowed, RecoveryRules.MayReport(day).IsAllowed);

    [Theory]
    [InlineData(0, "", null, "day 0: the person has just gone home")]
    [InlineData(1, "", null, "silence on day 0 is no news")]
    [InlineData(2, "", 1, "day 1 passed without a word")]
    [InlineData(2, "1", null, "heard on day 1")]
    [InlineData(5, "2", 3, "heard before the last check only")]
    [InlineData(5, "4", null, "heard after the last check")]
    [InlineData(35, "", 28, "a week after the last check")]
    [InlineData(36, "", null, "no longer watched")]
    public void Silence_is_a_passed_check_day_without_a_report(int day, string reported, int? since, string why) =>
        Assert.True(since == RecoveryRules.SilentSince(day, Days(reported)), why);

    [Theory]
    [InlineData(0, 1, "", false, "still in the clinic")]
    [InlineData(0, 2, "", true, "at home")]
    [InlineData(0, 2, "0", false, "told already")]
    [InlineData(3, 72, "", true, "a check day")]
    [InlineData(3, 72, "3", false, "told already")]
    [InlineData(4, 96, "", false, "no check day")]
    public void Reminder_goes_out_on_check_days_without_a_report(int day, int hours, string reported, bool reminds, string why) =>
        Assert.True(reminds == RecoveryRules.MayRemind(day, TimeSpan.FromHours(hours), Days(reported)), why);

    [Fact]
    public void Check_days_are_those_of_the_protocols_course() => Assert.Equal([0, 1, 2, 3, 7, 14, 28], RecoveryRules.CheckDays);

    [Fact]
    public void Change_since_the_report_before_names_what_is_stronger_new_and_gone()
    {
        Fibril.Pathway.Recovery.CheckIn Of(params ReportedSign[] signs) => new() { CourseId = default, PatientId = default, SessionId = default, Day = 1, ReportedAt = default, ReportedByName = "", Level = "normal", TriageJson = "{}", Signs = [.. signs] };
        var (before, now) = (Of(new("redness", 1), new("itch", 2), new("fever", 2)), Of(new("redness", 3), new("pus", 2), new("fever", 2)));

        Assert.Equal("redness 1 to 3, new: pus, itch without papules 2 to 0", SignWords.Change(before, now));
        Assert.Equal("nothing changed", SignWords.Change(now, now));
    }

    [Fact]
    public void Replies_that_a_clinic_starts_with_keep_the_rules_of_conduct_and_others_are_refused()
    {
        Assert.All(ReplyRules.Defaults, text => Assert.True(ReplyRules.MayWrite(ProtocolPack.Current, text).IsAllowed, text));
        Assert.False(ReplyRules.MayWrite(ProtocolPack.Current, "Stop your apixaban until it is healed.").IsAllowed);
        Assert.False(ReplyRules.MayWrite(ProtocolPack.Current, "This heals without a trace, guaranteed.").IsAllowed);
    }

    [Fact]
    public void Ticked_and_graded_signs_stand_once_each()
    {
        var signs = ReportSkin.Signs(new()
        {
            Redness = 2, Swelling = 0, Pain = 1, BleedingMinutes = 30, SpreadsFast = true, Ticked = ["spreading-redness", "fever", "fever", "bleeding"],
        });

        Assert.Equal(["redness", "pain", "bleeding", "spreading-redness", "fever"], signs.Select(s => s.Id));
        Assert.Equal(3, signs.Single(s => s.Id == "spreading-redness").Severity);
        Assert.Equal(30, signs.Single(s => s.Id == "bleeding").Minutes);
    }

    [Fact]
    public void Every_sign_of_the_protocol_can_be_reported_and_the_gravest_stand_first()
    {
        var choices = SignChoices.On(ProtocolPack.Current, new() { Day = 3, Signs = [] });

        var offered = choices.Now.Concat(choices.Today).Concat(choices.Others).Select(o => o.Value).Concat(SignChoices.Graded);
        Assert.Equal(ProtocolPack.Current.Signs.Select(s => s.Id).Order(), offered.Order());
        Assert.Contains(choices.Now, o => o.Value == "breathing-difficulty");
        Assert.Contains(choices.Today, o => o.Value == "pus");
        Assert.Contains(choices.Others, o => o.Value == "milia");
    }

    [Fact]
    public void Harm_type_follows_from_flag_and_day()
    {
        Assert.Equal("bacterial-infection", HarmRules.TypeFor(ProtocolPack.Current, ["F6"], 3)?.Id);
        Assert.Equal("contact-allergy-metal", HarmRules.TypeFor(ProtocolPack.Current, ["F9"], 2)?.Id);
        Assert.Null(HarmRules.TypeFor(ProtocolPack.Current, [], 3));
    }

    [Theory]
    [InlineData("GB-ENG", "uk")]
    [InlineData("US-CA", "us")]
    [InlineData("FR", "eu")]
    public void Reporting_duties_are_those_of_the_country_and_of_everybody(string jurisdiction, string expected)
    {
        var duties = HarmRules.DutiesFor(ProtocolPack.Current, jurisdiction);

        Assert.Equal(["any", expected], duties.Select(d => d.Jurisdiction).Distinct().Order());
    }

    private static IEnumerable<int> Days(string days) => days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);
}
