using Fibril.Pathway.Consultations;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Bookings;
using Fibril.Tests.Pathway.Screening;

namespace Fibril.Tests.Pathway.Sessions;

public class ArrivalTests
{
    private static readonly DateOnly Today = Facts.Today;

    [Fact]
    public void Nothing_found_and_reviewed_lets_the_session_begin() => Assert.True(Judge(Reviewed(new Facts())).IsAllowed);

    [Fact]
    public void What_no_clinician_has_seen_stops_the_session() =>
        Assert.Equal("not-reviewed", Assert.Single(Judge(new Facts().Screening()).Reasons).Code);

    [Theory]
    [InlineData(0, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_wait_stops_until_its_day_has_come(int days, bool allowed) => Assert.Equal(allowed, Judge(Reviewed(Retinol()), Today.AddDays(days)).IsAllowed);

    [Fact]
    public void A_review_that_a_physician_accepted_lets_the_session_begin() =>
        Assert.True(Judge(Reviewed(new Facts().Say("psoriasis", Reply.NotSure))).IsAllowed);

    [Fact]
    public void What_must_not_be_treated_stops_the_session_whoever_accepted() =>
        Assert.Contains(Judge(Reviewed(new Facts(new AskedArea("eyelid", "fine-wrinkles")))).Reasons, r => r.Code == "R025");

    [Theory]
    [InlineData("M13", true)]
    [InlineData("C02", false)]
    public void An_override_belongs_to_its_own_rule(string overridden, bool allowed)
    {
        var screening = Reviewed(Retinol());
        screening.Override(new(overridden, ["cheek"], "seen and judged", Guid.NewGuid(), "Phil", "physician", default));

        Assert.Equal(allowed, Judge(screening).IsAllowed);
    }

    [Fact]
    public void No_decision_and_an_unreadable_one_are_no_pass()
    {
        var screening = Reviewed(new Facts(), "{}");

        Assert.Equal("screening-missing", Assert.Single(Arrival.Judge(ProtocolPack.Current, null, null, Today).Reasons).Code);
        Assert.Null(Arrival.Read(screening));
        Assert.False(Judge(screening).IsAllowed);
    }

    [Fact]
    public void A_precaution_that_is_not_met_becomes_a_check_of_the_gate()
    {
        var decision = VisitData.Decide(Today, [VisitData.Finding("M20", FindingEffect.Precaution, met: false), VisitData.Finding("M21", FindingEffect.Precaution, met: true)]);

        var gate = SessionGate.For(withCream: false, decision);

        Assert.Equal(["met:M20"], gate.Where(g => g.Id.StartsWith(SessionGate.Met, StringComparison.Ordinal)).Select(g => g.Id));
        Assert.DoesNotContain(gate, g => g.Id == SessionGate.CreamRemoved);
    }

    private static Decision Judge(CandidacyScreening screening, DateOnly? on = null) => Arrival.Judge(ProtocolPack.Current, screening, Arrival.Read(screening), on ?? Today);

    private static Facts Retinol() =>
        new Facts().Say("skin-products", Reply.Yes, new AnswerItem { Kind = AnswerItemKind.Product, Id = "retinol", On = "2026-06-09", Zones = ["cheek"] });

    private static CandidacyScreening Reviewed(Facts facts, string? decision = null)
    {
        var made = facts.Screening();
        var screening = new CandidacyScreening
        {
            CourseId = made.CourseId,
            PatientId = made.PatientId,
            ForOn = made.ForOn,
            DecidedAt = made.DecidedAt,
            CaseJson = made.CaseJson,
            DecisionJson = decision ?? made.DecisionJson,
            ProtocolVersion = made.ProtocolVersion,
            ProtocolHash = made.ProtocolHash,
            Outcome = made.Outcome,
            Trigger = made.Trigger,
        };
        screening.Review(Verdict.Accepted, null, Guid.NewGuid(), "Phil", default);
        return screening;
    }
}
