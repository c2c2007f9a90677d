using Fibril.Pathway.Sessions;
using Fibril.Practice.Staff;
using Fibril.Protocol;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Sessions;

public class SessionRulesTests
{
    private static readonly DateTime Ten = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 6, 10);
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    [Fact]
    public void A_complete_gate_lets_the_needle_start() => Assert.Empty(Codes(SessionRules.MayStartNeedling(Ready(20))));

    [Theory]
    [InlineData(19.99, "cream-too-short")]
    [InlineData(20, null)]
    [InlineData(30, null)]
    [InlineData(30.01, "cream-too-long")]
    public void The_cream_is_on_for_its_minimum_and_no_longer_than_its_maximum(double minutes, string? code) =>
        Assert.Equal(code is null ? [] : [code], Codes(SessionRules.MayStartNeedling(Ready(minutes))));

    [Fact]
    public void The_cream_must_be_off_first()
    {
        var state = Ready(20);
        state.Session.PutCreamOn(state.Session.Cream!, Ten);

        Assert.Contains("cream-still-on", Codes(SessionRules.MayStartNeedling(state)));
    }

    [Fact]
    public void Every_tick_is_needed_and_named()
    {
        foreach (var item in SessionGate.For(withCream: true, null))
        {
            var state = Ready(20);
            state.Session.Untick(item.Id);

            Assert.Equal([$"gate-{item.Id}"], Codes(SessionRules.MayStartNeedling(state)));
        }
    }

    [Theory]
    [InlineData(-1, "credential-expired")]
    [InlineData(0, null)]
    [InlineData(1, null)]
    public void The_credential_is_valid_through_its_last_day(int daysLeft, string? code)
    {
        var person = Staff(expires: Today.AddDays(daysLeft));

        Assert.Equal(code is null ? [] : [code], Codes(SessionRules.MayNeedle(person, Today, 1.0m)));
    }

    [Theory]
    [InlineData("1.0", null)]
    [InlineData("1.1", "own-limit")]
    public void Nobody_goes_deeper_than_the_own_limit(string depth, string? code)
    {
        var person = Staff();
        person.MaxDepthMm = 1.0m;

        Assert.Equal(code is null ? [] : [code], Codes(SessionRules.MayNeedle(person, Today, decimal.Parse(depth, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Assistants_and_strangers_never_needle()
    {
        Assert.Equal(["not-a-practitioner"], Codes(SessionRules.MayNeedle(Staff(profession: Profession.None), Today, 0.5m)));
        Assert.Equal(["not-a-practitioner"], Codes(SessionRules.MayNeedle(null, Today, 0.5m)));
    }

    [Theory]
    [InlineData("cheek", "1.5", Profession.Practitioner, "", null)]
    [InlineData("cheek", "1.6", Profession.Practitioner, "fibrotic", "depth-above-cap")]
    [InlineData("cheek", "1.6", Profession.Physician, "", "depth-above-cap")]
    [InlineData("cheek", "1.6", Profession.Physician, "fibrotic", null)]
    [InlineData("eyelid", "0.3", Profession.Dermatologist, "wish", "zone-prohibited")]
    public void A_zone_keeps_its_cap(string zone, string depth, Profession profession, string reason, string? code)
    {
        var state = Ready(20) with { Operator = Staff(profession: profession) };
        state.Session.StartNeedling(Ten);
        var record = Zone(zone, decimal.Parse(depth, System.Globalization.CultureInfo.InvariantCulture)) with { DepthReason = reason };

        Assert.Equal(code is null ? [] : [code], Codes(SessionRules.MayRecordZone(state, Pack.Zone(zone), record, null)));
    }

    [Fact]
    public void A_very_dense_pass_asks_for_a_word()
    {
        var state = Ready(20);
        state.Session.StartNeedling(Ten);
        var dense = Pack.CoverageRules.BlockAbove + 1;

        Assert.Equal(["coverage-block"], Codes(SessionRules.MayRecordZone(state, Pack.Zone("cheek"), Zone("cheek", 1m), dense)));
        Assert.Empty(Codes(SessionRules.MayRecordZone(state, Pack.Zone("cheek"), Zone("cheek", 1m) with { DepthReason = "slow hand" }, dense)));
        Assert.Empty(Codes(SessionRules.MayRecordZone(state, Pack.Zone("cheek"), Zone("cheek", 1m), Pack.CoverageRules.BlockAbove)));
    }

    [Theory]
    [InlineData("sterile-ha-gel", "acne-scar", true)]
    [InlineData("vitamin-c", "acne-scar", false)]
    [InlineData("tranexamic-acid-sterile", "acne-scar", false)]
    [InlineData("tranexamic-acid-sterile", "melasma", true)]
    [InlineData(null, "acne-scar", false)]
    [InlineData("never-heard-of", "acne-scar", false)]
    public void Only_the_allow_list_lies_on_the_skin(string? topical, string indication, bool allowed) =>
        Assert.Equal(allowed, SessionRules.MayUseTopical(Ready(20) with { Indications = [indication] }, topical).IsAllowed);

    [Fact]
    public void A_recalled_lot_stops_the_start()
    {
        var state = Ready(20) with { Lots = [Decision.Refuse(new Reason("lot-recalled", "Recalled.", "clinic"))] };

        Assert.Equal(["lot-recalled"], Codes(SessionRules.MayStartNeedling(state)));
    }

    [Fact]
    public void What_is_missing_for_the_signature_is_listed()
    {
        var state = Ready(20);
        state.Session.StartNeedling(Ten);
        state.Session.Record(Zone("cheek", 1m) with { Pain = null, Passes = 0 });

        var decision = SessionRules.MaySign(state);

        Assert.Equal(["not-finished", "zone-incomplete", "aftercare-missing"], Codes(decision));
        Assert.Contains("passes, pain", decision.Reasons[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_signed_record_takes_nothing_more()
    {
        var session = Ready(20).Session;
        session.Sign(Guid.NewGuid(), "Pia", "text", "hash", Ten);

        Assert.Equal(["session-signed"], Codes(SessionRules.MayChange(session)));
        Assert.Equal(["session-signed"], Codes(SessionRules.MayTakeCreamOff(session)).Take(1));
        Assert.True(SessionRules.MayAmend(session).IsAllowed);
    }

    [Theory]
    [InlineData(15.6, true)]
    [InlineData(15.7, false)]
    public void The_cream_stays_under_its_ceiling(double grams, bool allowed)
    {
        var product = Pack.Anaesthetic("lidocaine-tetracaine");
        var state = Ready(null);

        var decision = SessionRules.MayPutCreamOn(state, product, state.Plan(product, Cream((decimal)grams)));

        Assert.Equal(allowed ? [] : ["cream-amount"], Codes(decision));
    }

    [Fact]
    public void No_cream_without_consent_or_against_the_decision()
    {
        var no = Decision.Refuse(new Reason("no", "No.", "R049"));
        var product = Pack.Anaesthetic("lidocaine-tetracaine");
        var state = Ready(null);

        Assert.False(SessionRules.MayPutCreamOn(state with { Consent = no }, product, state.Plan(product, Cream(1))).IsAllowed);
        Assert.False(SessionRules.MayPutCreamOn(state with { Candidacy = no }, product, state.Plan(product, Cream(1))).IsAllowed);
    }

    private static NumbingCream Cream(decimal grams) => new("lidocaine-tetracaine", null, "L1", grams, 120);

    private static SessionState Ready(double? minutesOnSkin)
    {
        var session = new Session { BookingId = Guid.NewGuid(), PlanId = Guid.NewGuid(), CourseId = Guid.NewGuid(), PatientId = Guid.NewGuid(), Number = 1, HeldOn = Today, OpenedAt = Ten };
        var gate = SessionGate.For(withCream: true, null);
        foreach (var item in gate)
        {
            session.Tick(new(item.Id, Guid.NewGuid(), "Asa", Ten));
        }

        if (minutesOnSkin is { } minutes)
        {
            session.PutCreamOn(new("lidocaine-tetracaine", null, "L1", 10, 120), Ten);
            session.TakeCreamOff(Ten.AddMinutes(minutes));
        }

        session.TakeDevice(Guid.NewGuid(), "Pen");
        session.Use(new(Guid.NewGuid(), "Cartridge 12", "cartridge", "C1", Today, "1"));
        return new()
        {
            Session = session,
            Now = Ten.AddHours(1),
            Consent = Decision.Allow(),
            Candidacy = Decision.Allow(),
            Gate = gate,
            Operator = Staff(),
            Anaesthetic = Pack.Anaesthetic("lidocaine-tetracaine"),
            PlannedDepthMm = 1.0m,
            Indications = ["acne-scar"],
        };
    }

    private static StaffMember Staff(DateOnly? expires = null, Profession profession = Profession.Practitioner)
    {
        var person = TestData.Staff("Pia Practitioner", Fibril.Platform.Access.Role.Practitioner, profession, Ten);
        person.CredentialExpiresOn = expires ?? Today;
        return person;
    }

    private static SessionZone Zone(string zone, decimal depth) => new(zone, depth, 4, ["horizontal"], 100, 2, "erythema", 3, "", "");

    private static IEnumerable<string> Codes(Decision decision) => decision.Reasons.Select(r => r.Code);
}
