using System.Text.Json;
using CsCheck;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Triages;

public class TriageTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;
    private static readonly JsonElement Schema = Example.Json("triage.schema.json");

    private static readonly Gen<CheckIn> AnyCheckIn =
        from day in Gen.OneOf(Gen.Int[0, 20], Gen.Int[25, 95])
        from signs in Gen.Select(Gen.OneOf(Pack.Signs.ToArray()), Gen.Int[1, 3], (sign, severity) => new SignReport { Id = sign.Id, Severity = severity }).List[0, 5]
        from product in Gen.OneOf("none", "lidocaine-4")
        from eczema in Gen.Bool
        from depth in Gen.OneOf(0.5m, 1.0m, 1.5m, 2.0m)
        select new CheckIn
        {
            Day = day,
            Signs = [.. signs.DistinctBy(s => s.Id)],
            Anaesthetic = new() { Product = product },
            History = new() { Eczema = eczema },
            Zones = [new("cheek", depth)],
        };

    /// <summary>Rows in force on a day, from the table of the contract.</summary>
    [Theory]
    [InlineData(0, 0.5, 2, "A01 A02 A03 A05 A06 A07 A08 A09 A10 A11 A12 A13 A15 A18")]
    [InlineData(1, 0.5, 2, "A01 A02 A04 A05 A06 A08 A09 A10 A12 A13 A15 A18")]
    [InlineData(1, 1.0, 2, "A01 A02 A04 A05 A06 A07 A08 A09 A10 A12 A13 A15 A18")]
    [InlineData(2, 1.5, 2, "A01 A02 A04 A05 A06 A07 A08 A09 A10 A12 A13 A15 A18")]
    [InlineData(3, 1.5, 2, "A02 A04 A05 A06 A08 A10 A12 A13 A15 A18")]
    [InlineData(4, 1.5, 2, "A02 A04 A05 A06 A08 A10 A12 A13 A15 A17 A18")]
    [InlineData(5, 1.6, 2, "A02 A04 A05 A06 A07 A08 A10 A12 A13 A15 A17 A18")]
    [InlineData(7, 1.5, 2, "A02 A04 A10 A15 A17 A18")]
    [InlineData(9, 1.6, 2, "A02 A04 A05 A06 A08 A10 A15 A17 A18")]
    [InlineData(9, 1.0, 4, "A02 A04 A05 A06 A08 A10 A15 A17 A18")]
    [InlineData(14, 1.0, 3, "A04 A15 A18")]
    [InlineData(27, 1.0, 5, "A02 A04 A15 A18")]
    [InlineData(28, 1.0, 3, "A15 A18")]
    [InlineData(30, 2.0, 3, "A04 A15 A18")]
    [InlineData(31, 2.0, 3, "A15")]
    [InlineData(83, 1.0, 3, "A15")]
    [InlineData(84, 1.0, 3, "")]
    public void Advice_is_what_is_in_force_on_the_day(int day, double depthMm, int phototype, string rows)
    {
        var checkIn = CheckIns.On(day, "") with { Phototype = phototype, Zones = [new("cheek", (decimal)depthMm)] };

        Assert.Equal(rows, string.Join(' ', Triage.Decide(Pack, checkIn).Advice));
    }

    [Fact]
    public void Antiviral_and_scalp_add_their_rows_and_redness_takes_one()
    {
        var checkIn = CheckIns.On(5, "redness") with { Antiviral = AntiviralStatus.NotTaken, Zones = [new("scalp", 0.5m)] };

        var advice = Triage.Decide(Pack, checkIn).Advice;

        Assert.Contains("A14", advice);
        Assert.Contains("A16", advice);
        Assert.DoesNotContain("A17", advice);
    }

    [Fact]
    public void Calm_day_reassures_and_names_the_next_check()
    {
        var answer = Triage.Decide(Pack, CheckIns.On(2, "redness:2"));

        Assert.Equal(["reassure", "next-check"], answer.Actions);
        Assert.Empty(answer.Unexpected);
        Assert.False(answer.ReadText);
    }

    [Theory]
    [InlineData("  \n", false)]
    [InlineData("pus and fever", true)]
    public void Text_is_never_read_but_always_shown(string text, bool readText)
    {
        var answer = Triage.Decide(Pack, CheckIns.On(2, "") with { Text = text });

        Assert.Equal((TriageLevel.Normal, readText), (answer.Level, answer.ReadText));
    }

    [Fact]
    public void Actions_of_several_flags_stand_once()
    {
        var answer = Triage.Decide(Pack, CheckIns.On(20, "nodules needlestick"));

        Assert.Equal(["biopsy-culture", "trace-lot", "exposure-protocol", "post-exposure-clinic", "incident-report"], answer.Actions);
    }

    [Fact]
    public void Text_for_staff_names_level_reason_and_action()
    {
        var text = TriageText.Render(Pack, Triage.Decide(Pack, CheckIns.On(3, "pus:2")));

        Assert.StartsWith("Same day (day 3)\n", text, StringComparison.Ordinal);
        Assert.Contains("F6: Signs of a bacterial infection", text, StringComparison.Ordinal);
        Assert.Contains("  Take a swab\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_answer_fits_the_schema() => AnyCheckIn.Sample(
        checkIn =>
        {
            var json = Triage.Decide(Pack, checkIn).ToJson();
            var answer = JsonDocument.Parse(json).RootElement;

            Assert.All(Schema.GetProperty("required").EnumerateArray(), key => Assert.True(answer.TryGetProperty(key.GetString()!, out _)));
            var findings = answer.GetProperty("findings").EnumerateArray().ToList();
            Assert.All(findings, f => Assert.Matches("^(F([1-9]|1[0-6])|R045|N-DAY)$", f.GetProperty("rule").GetString()));
            Assert.All(findings, f => Assert.NotEqual(0, f.GetProperty("signs").GetArrayLength()));
            Assert.All(findings, f => Assert.NotEmpty(f.GetProperty("reason").GetString()!));
            Assert.All(answer.GetProperty("advice").EnumerateArray(), a => Assert.Matches("^A(0[1-9]|1[0-8])$", a.GetString()));
            Assert.Equal(json, TriageDecision.FromJson(json).ToJson());
        },
        iter: 300);

    [Fact]
    public void Level_is_the_highest_and_every_sign_that_counts_stands_in_unexpected() => AnyCheckIn.Sample(
        checkIn =>
        {
            var answer = Triage.Decide(Pack, checkIn);

            Assert.Equal(answer.Findings.Select(f => f.Level).DefaultIfEmpty(TriageLevel.Normal).Max(), answer.Level);
            Assert.Equal(answer.Findings.SelectMany(f => f.Signs).Distinct(), answer.Unexpected);
            var taken = answer.Findings.Where(f => f.Rule.StartsWith('F')).SelectMany(f => f.Signs).ToHashSet();
            Assert.DoesNotContain(answer.Findings, f => f.Rule == "N-DAY" && taken.Overlaps(f.Signs));
        },
        iter: 300);

    [Fact]
    public void One_more_sign_never_lowers_the_level() => Gen.Select(AnyCheckIn, Gen.OneOf(Pack.Signs.ToArray()), Gen.Int[1, 3]).Sample(
        (checkIn, sign, severity) =>
        {
            if (checkIn.Signs.Any(s => s.Id == sign.Id))
            {
                return;
            }

            var more = checkIn with { Signs = [.. checkIn.Signs, new() { Id = sign.Id, Severity = severity }] };

            Assert.True(Triage.Decide(Pack, more).Level >= Triage.Decide(Pack, checkIn).Level);
        },
        iter: 300);
}
