using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Candidacies;

public class CandidacyTextTests
{
    private const string Facts =
        "'procedures':[{'id':'ipl','on':'2026-06-01','zones':['cheek']}],'unanswered':['heart'],'medicines':[{'id':'chemotherapy','taking':true,'prescribed':true}],"
        + "'plan':{'zones':[{'zone':'cheek','depthMm':1.0,'indication':'texture'},{'zone':'neck','depthMm':1.0,'indication':'melasma'}]}";

    [Fact]
    public void Text_stands_as_people_read_it()
    {
        var decision = Cases.Decide(Facts);

        Assert.Equal(
            $"""
            Physician review, not before 22 June 2026 (session planned for 10 June 2026)

            Zones
              cheek: Physician review, not before 22 June 2026; at most 1.5 mm, at least 21 days between sessions
              neck: Physician review; at most 1.0 mm, at least 21 days between sessions

            Why
              U-ASK Physician review: Not answered: heart disease or device
                Nobody answered the question about heart disease or device; unknown is not no.
                a default of the clinic, not proven; grade G; sources default; override: nobody
              C09c Defer: Chemotherapy, prescribed, taken now
                A cancer medicine is running; wait until it has been over for 6 months. The medicine itself is the oncologist's matter.
                a default of the clinic, not proven; grade D; sources S109; override: physician
              C23a Defer, not before 22 June 2026: Intense pulsed light (cheek), on 2026-06-01
                The skin must recover from light or laser first, 21 days.
                cheek; grade L; sources S105; override: physician
              C20 Proceed with precautions: Front of the neck, 1.0 mm, for melasma
                Melasma; at most 1.0 mm, a depigmenting plan by a physician, daily protection against sun and visible light (iron oxides), no sun or heat for 28 days, and a warning that it may return.
                neck; grade T; sources S32, S33, S34; override: physician

            Before it can go ahead
              Ask about: heart disease or device.
              The cancer treatment has been over for 6 months and the oncologist agrees.

            Not answered
              heart: heart disease or device

            Good to know
              M-RX Proceed: Chemotherapy, prescribed, taken now
                Do not change or stop it; we will contact the prescriber.
                grade G; sources S54; override: nobody
              M23 Proceed: Chemotherapy, prescribed, taken now
                A cancer medicine is running; its effect on the plan is rule C09c.
                a default of the clinic, not proven; grade D; sources default; override: practitioner

            Sources

            """.ReplaceLineEndings("\n"),
            CandidacyText.Render(decision, ProtocolPack.Current).Split("  S105:")[0]);
    }

    [Fact]
    public void Sources_stand_once_each_in_order_at_the_end()
    {
        var pack = ProtocolPack.Current;

        var lines = CandidacyText.Render(Cases.Decide(Facts), pack).Split("\nSources\n")[1].Split('\n');

        Assert.Equal(["S105", "S109", "S32", "S33", "S34", "S54", "default"], lines.TakeWhile(l => l.Length > 0).Select(l => l.Split(':')[0].Trim()));
        Assert.Equal(["", $"Protocol {pack.Header.Id} {pack.Header.Version}, {pack.Hash}", "It shows its reasons; the clinician decides.", ""], lines[^4..]);
    }

    [Fact]
    public void Zones_of_a_finding_stand_side_by_side_and_an_unknown_question_by_its_id()
    {
        var decision = Cases.Decide("'conditions':[{'id':'psoriasis','status':'active'}],'plan':{'zones':[{'zone':'cheek','depthMm':1.0,'indication':'texture'},{'zone':'neck','depthMm':1.0,'indication':'texture'}]}");

        var text = CandidacyText.Render(decision with { Unanswered = ["gone", "heart"] }, ProtocolPack.Current);

        Assert.Contains("\n    cheek, neck; ", text, StringComparison.Ordinal);
        Assert.Contains("Not answered\n  gone\n  heart: heart disease or device\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CandidacyOutcome.Proceed, "Proceed")]
    [InlineData(CandidacyOutcome.ProceedWithPrecautions, "Proceed with precautions")]
    [InlineData(CandidacyOutcome.Defer, "Defer")]
    [InlineData(CandidacyOutcome.PhysicianReview, "Physician review")]
    [InlineData(CandidacyOutcome.DoNotTreat, "Do not treat")]
    public void Answer_has_a_name(CandidacyOutcome outcome, string name) => Assert.Equal(name, CandidacyText.Name(outcome));

    [Fact]
    public void Plan_without_findings_has_no_empty_section() => Assert.StartsWith(
        "Proceed (session planned for 10 June 2026)\n\nZones\n  cheek: Proceed; at most 1.5 mm, at least 21 days between sessions\n\nProtocol ",
        CandidacyText.Render(Cases.Decide()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Antiviral_that_nobody_confirmed_blocks_the_start_in_so_many_words(string confirmed, bool met)
    {
        var text = CandidacyText.Render(Cases.Decide(
            $"'conditions':[{{'id':'herpes-orofacial','status':'history','healedOn':'2020'}}],'medicines':[{{'id':'valaciclovir','taking':true,'prescribed':true,'confirmedTaken':{confirmed},'startedOn':'2026-06-01'}}]"));

        Assert.Contains("M20 ", text, StringComparison.Ordinal);
        Assert.Equal(met, !text.Contains(" NOT MET: the start is blocked.\n", StringComparison.Ordinal));
    }
}
