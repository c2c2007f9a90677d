using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Protocol;
using Fibril.Tests.Pathway.Bookings;

namespace Fibril.Tests.Pathway.Sessions;

public class ArrivalTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);
    private static readonly DateTime Now = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(FindingEffect.Note, true)]
    [InlineData(FindingEffect.Precaution, true)]
    [InlineData(FindingEffect.Defer, false)]
    [InlineData(FindingEffect.PhysicianReview, false)]
    [InlineData(FindingEffect.DoNotTreat, false)]
    public void What_waits_or_refuses_stops_the_session(FindingEffect effect, bool allowed) =>
        Assert.Equal(allowed, Judge(VisitData.Finding("C01", effect)).IsAllowed);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_date_that_has_come_no_longer_stops(int days, bool allowed) =>
        Assert.Equal(allowed, Judge(VisitData.Finding("M13", FindingEffect.Defer, notBefore: Today.AddDays(days))).IsAllowed);

    [Theory]
    [InlineData("C01", true)]
    [InlineData("C02", false)]
    public void An_override_belongs_to_its_own_rule(string overridden, bool allowed)
    {
        var screening = Screening();
        screening.Override(new(overridden, ["cheek"], "seen and judged", Guid.NewGuid(), "Phil", "physician", Now));

        Assert.Equal(allowed, Judge(screening, VisitData.Finding("C01", FindingEffect.PhysicianReview)).IsAllowed);
    }

    [Fact]
    public void No_decision_and_an_unreadable_one_are_no_pass()
    {
        var screening = Screening();

        Assert.False(Arrival.Judge(null, null, [], Today).IsAllowed);
        Assert.Null(Arrival.Read(screening));
        Assert.False(Arrival.Judge(screening, Arrival.Read(screening), [screening], Today).IsAllowed);
    }

    [Fact]
    public void A_precaution_that_is_not_met_becomes_a_check_of_the_gate()
    {
        var decision = VisitData.Decide(Today, [VisitData.Finding("M20", FindingEffect.Precaution, met: false), VisitData.Finding("M21", FindingEffect.Precaution, met: true)]);

        var gate = SessionGate.For(withCream: false, decision);

        Assert.Equal(["met:M20"], gate.Where(g => g.Id.StartsWith(SessionGate.Met, StringComparison.Ordinal)).Select(g => g.Id));
        Assert.DoesNotContain(gate, g => g.Id == SessionGate.CreamRemoved);
    }

    private static Decision Judge(Finding finding) => Judge(Screening(), finding);

    private static Decision Judge(CandidacyScreening screening, Finding finding) =>
        Arrival.Judge(screening, VisitData.Decide(Today, [finding]), [screening], Today);

    private static CandidacyScreening Screening()
    {
        var screening = new CandidacyScreening
        {
            CourseId = Guid.NewGuid(),
            PatientId = Guid.NewGuid(),
            ForOn = Today,
            DecidedAt = Now,
            CaseJson = "{}",
            DecisionJson = "{}",
            ProtocolVersion = "1.0.0",
            ProtocolHash = "sha256:0",
            Outcome = "proceed",
            Trigger = "staff",
        };
        screening.Review(Verdict.Accepted, null, Guid.NewGuid(), "Phil", Now);
        return screening;
    }
}
