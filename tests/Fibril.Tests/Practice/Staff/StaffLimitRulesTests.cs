using Fibril.Platform.Access;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Practice.Staff;

public class StaffLimitRulesTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);
    private static readonly Guid Pen = Guid.NewGuid();
    private static readonly Guid Boss = Guid.NewGuid();

    [Theory]
    [InlineData(null, CredentialState.Fine)]
    [InlineData(-1, CredentialState.Expired)]
    [InlineData(0, CredentialState.EndsSoon)]
    [InlineData(60, CredentialState.EndsSoon)]
    [InlineData(61, CredentialState.Fine)]
    public void Credential_is_valid_on_its_last_day_and_announced_before(int? daysLeft, CredentialState state) =>
        Assert.Equal(state, StaffLimitRules.Credential(daysLeft is { } days ? Today.AddDays(days) : null, Today));

    [Theory]
    [InlineData("", "cheek,forehead", "")]
    [InlineData("cheek", "cheek", "")]
    [InlineData("cheek", "forehead", "own-zones")]
    [InlineData("cheek", "forehead,cheek,chin", "own-zones,own-zones")]
    [InlineData("cheek", "", "")]
    public void Zones_outside_the_own_ones_are_named_one_by_one(string own, string wanted, string codes) =>
        Assert.Equal(Split(codes), Codes(StaffLimitRules.MayTreat(Limits(zones: Split(own)), Split(wanted))));

    [Fact]
    public void Without_limits_recorded_nothing_is_refused()
    {
        Assert.True(StaffLimitRules.MayTreat(null, ["cheek"]).IsAllowed);
        Assert.True(StaffLimitRules.MayTake(null, Pen, "Pen A").IsAllowed);
        Assert.True(StaffLimitRules.IsSupervised(null, null, Today).IsAllowed);
        Assert.Equal("", StaffLimitRules.Words(null));
    }

    [Fact]
    public void Device_outside_the_own_ones_is_refused_by_name()
    {
        Assert.True(StaffLimitRules.MayTake(Limits(devices: [Pen]), Pen, "Pen A").IsAllowed);
        Assert.True(StaffLimitRules.MayTake(Limits(devices: [Pen]), null, null).IsAllowed);
        Assert.True(StaffLimitRules.MayTake(Limits(), Guid.NewGuid(), "Pen B").IsAllowed);
        var refused = StaffLimitRules.MayTake(Limits(devices: [Pen]), Guid.NewGuid(), "Pen B");
        Assert.StartsWith("Pen B is not among", Assert.Single(refused.Reasons).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Supervision_asks_for_somebody_who_is_there_and_may_needle()
    {
        var boss = Person();
        var left = Person();
        left.Leave(TestClinic.Start.UtcDateTime);

        Assert.True(StaffLimitRules.IsSupervised(Limits(), null, Today).IsAllowed);
        Assert.True(StaffLimitRules.IsSupervised(Supervised(Boss), boss, Today).IsAllowed);
        Assert.Equal(["supervisor-missing"], Codes(StaffLimitRules.IsSupervised(Supervised(null), null, Today)));
        Assert.Equal(["supervisor-left"], Codes(StaffLimitRules.IsSupervised(Supervised(Boss), left, Today)));
        Assert.Equal(["supervisor-left"], Codes(StaffLimitRules.IsSupervised(Supervised(Boss), null, Today)));
        boss.CredentialExpiresOn = Today.AddDays(-1);
        Assert.Equal(["supervisor-expired"], Codes(StaffLimitRules.IsSupervised(Supervised(Boss), boss, Today)));
        boss.CredentialExpiresOn = Today;
        Assert.True(StaffLimitRules.IsSupervised(Supervised(Boss), boss, Today).IsAllowed);
    }

    [Fact]
    public void Supervisor_is_a_colleague_who_treats_and_is_not_supervised()
    {
        var novice = Person();
        var left = Person();
        left.Leave(TestClinic.Start.UtcDateTime);

        Assert.True(StaffLimitRules.MaySupervise(novice, false, null, null).IsAllowed);
        Assert.True(StaffLimitRules.MaySupervise(novice, true, Other(), null).IsAllowed);
        Assert.Equal(["supervisor-missing"], Codes(StaffLimitRules.MaySupervise(novice, true, null, null)));
        Assert.Equal(["supervisor-self"], Codes(StaffLimitRules.MaySupervise(novice, true, novice, null)));
        Assert.Equal(["supervisor-profession"], Codes(StaffLimitRules.MaySupervise(novice, true, Other(Profession.None), null)));
        Assert.Equal(["supervisor-supervised"], Codes(StaffLimitRules.MaySupervise(novice, true, Other(), Supervised(Boss))));
    }

    [Fact]
    public void Limits_read_in_a_few_words() =>
        Assert.Equal("2 zones, 1 device, supervised", StaffLimitRules.Words(Limits(["cheek", "chin"], [Pen], true, Boss)));

    private static StaffMember Person(Profession profession = Profession.Practitioner) => TestData.Staff("Nia New", Role.Practitioner, profession, TestClinic.Start.UtcDateTime);

    /// <summary>Somebody with another id: a row has none before it is added.</summary>
    private static StaffMember Other(Profession profession = Profession.Practitioner)
    {
        var other = Person(profession);
        typeof(Fibril.Platform.Data.ClinicRow).GetProperty("Id")!.SetValue(other, Guid.NewGuid());
        return other;
    }

    private static StaffLimits Supervised(Guid? by) => Limits(supervised: true, by: by);

    private static StaffLimits Limits(IEnumerable<string>? zones = null, IEnumerable<Guid>? devices = null, bool supervised = false, Guid? by = null)
    {
        var limits = new StaffLimits { StaffId = Guid.NewGuid() };
        limits.Set(zones ?? [], devices ?? [], supervised, by);
        return limits;
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Codes(Decision decision) => decision.Reasons.Select(r => r.Code);
}
