using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

public class AnaestheticGuardTests
{
    private static readonly DateTime OnAt = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Anaesthetics_are_those_of_the_vocabulary()
    {
        Assert.Equal(
            ["none", "lidocaine-prilocaine", "lidocaine-tetracaine", "lidocaine-4", "compounded"],
            ProtocolPack.Current.Anaesthetics.Select(p => p.Id));
    }

    [Fact]
    public void Unknown_id_names_those_there_are()
    {
        var error = Assert.Throws<ProtocolException>(() => ProtocolPack.Current.Anaesthetic("cocaine"));

        Assert.Contains("lidocaine-prilocaine", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lidocaine-prilocaine", 20, 100, null, true)]
    [InlineData("lidocaine-prilocaine", 20.01, 100, null, false)]
    [InlineData("lidocaine-prilocaine", 60, 400, null, true)]
    [InlineData("lidocaine-prilocaine", 60.1, 400, null, false)]
    [InlineData("lidocaine-prilocaine", 60, 600, null, true)]
    [InlineData("lidocaine-prilocaine", 60, 601, null, false)]
    [InlineData("lidocaine-tetracaine", 13, 100, null, true)]
    [InlineData("lidocaine-tetracaine", 13.1, 100, null, false)]
    [InlineData("lidocaine-tetracaine", 52, 400, null, true)]
    [InlineData("lidocaine-tetracaine", 52, 401, null, false)]
    [InlineData("lidocaine-4", 6.75, 300, 60.0, true)]
    [InlineData("lidocaine-4", 6.76, 300, 60.0, false)]
    [InlineData("lidocaine-4", 7.5, 300, 120.0, true)]
    [InlineData("lidocaine-4", 7.6, 300, 120.0, false)]
    [InlineData("lidocaine-4", 2, 300, null, false)]
    [InlineData("lidocaine-4", 2, 601, 60.0, false)]
    [InlineData("none", 0, 0, null, true)]
    [InlineData("none", 1, 10, null, false)]
    [InlineData("lidocaine-prilocaine", 5, 0, null, false)]
    public void Amount_against_ceilings(string product, double grams, double area, double? weight, bool allowed)
    {
        var check = AnaestheticGuard.Check(
            ProtocolPack.Current.Anaesthetic(product),
            new() { Grams = (decimal)grams, AreaCm2 = (decimal)area, WeightKg = (decimal?)weight });

        Assert.Equal(allowed, check.Decision.IsAllowed);
        Assert.NotNull(check.Assumptions);
    }

    [Fact]
    public void Compounded_cream_of_60_kg_reaches_its_ceiling_near_1_2_grams()
    {
        var product = ProtocolPack.Current.Anaesthetic("compounded");

        var check = AnaestheticGuard.Check(product, new() { Grams = 1.2m, AreaCm2 = 50, WeightKg = 60, PhysicianOrdered = true });

        Assert.False(check.Decision.IsAllowed);
        Assert.InRange(check.CeilingGrams!.Value, 1.17m, 1.18m);
        Assert.Equal(276, check.AppliedMg);
        Assert.Equal(4.6m, check.AppliedMgPerKg);
        Assert.NotEmpty(check.Assumptions);
    }

    [Fact]
    public void Strength_on_the_jar_replaces_the_assumption()
    {
        var product = ProtocolPack.Current.Anaesthetic("compounded");

        var check = AnaestheticGuard.Check(product, new() { Grams = 4, AreaCm2 = 50, WeightKg = 60, PhysicianOrdered = true, AmideMgPerGram = 60 });

        Assert.True(check.Decision.IsAllowed);
        Assert.Equal(4.5m, check.CeilingGrams);
    }

    [Fact]
    public void Compounded_cream_without_a_physician_is_refused()
    {
        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("compounded"), new() { Grams = 0.5m, AreaCm2 = 20, WeightKg = 60 });

        Assert.Equal(["cream-physician-only"], check.Decision.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Ceiling_of_a_labelled_cream_is_shown_in_grams_milligrams_and_share()
    {
        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("lidocaine-prilocaine"), new() { Grams = 10, AreaCm2 = 100 });

        Assert.Equal((20m, 1000m, 0.5m, 500m), (check.CeilingGrams!.Value, check.CeilingMg!.Value, check.ShareOfCeiling!.Value, check.AppliedMg));
    }

    [Theory]
    [InlineData("lidocaine-prilocaine", "g6pd-deficiency", false)]
    [InlineData("lidocaine-prilocaine", "methaemoglobinaemia", false)]
    [InlineData("lidocaine-prilocaine", "paba", true)]
    [InlineData("lidocaine-tetracaine", "paba", false)]
    [InlineData("lidocaine-tetracaine", "g6pd-deficiency", true)]
    [InlineData("lidocaine-4", "amide-anaesthetic", false)]
    public void Patient_facts_exclude_products(string product, string fact, bool allowed)
    {
        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic(product), new() { Grams = 1, AreaCm2 = 50, WeightKg = 60, PatientFacts = [fact] });

        Assert.Equal(allowed, check.Decision.IsAllowed);
    }

    [Theory]
    [InlineData(59, "cream-too-short")]
    [InlineData(60, null)]
    [InlineData(120, null)]
    [InlineData(121, "cream-too-long")]
    public void Needling_waits_for_the_dwell(int minutes, string? code)
    {
        var use = new AnaestheticUse { Grams = 10, AreaCm2 = 100, OnAt = OnAt, OffAt = OnAt.AddMinutes(minutes) };

        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("lidocaine-prilocaine"), use);

        Assert.Equal(code, check.Decision.Reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Cream_that_is_still_on_blocks_even_when_ready()
    {
        var use = new AnaestheticUse { Grams = 10, AreaCm2 = 100, OnAt = OnAt, NowAt = OnAt.AddMinutes(70) };

        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("lidocaine-prilocaine"), use);

        Assert.Equal(["cream-still-on"], check.Decision.Reasons.Select(r => r.Code));
        Assert.Equal(NumbingState.Ready, check.Clock!.State);
    }

    [Theory]
    [InlineData(14, "cream-too-short")]
    [InlineData(15, null)]
    [InlineData(30, null)]
    [InlineData(31, "cream-too-long")]
    public void Skin_with_eczema_takes_emla_for_half_an_hour_at_most(int minutes, string? code)
    {
        var use = new AnaestheticUse { Grams = 10, AreaCm2 = 100, OnAt = OnAt, OffAt = OnAt.AddMinutes(minutes), SensitiveSkin = true };

        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("lidocaine-prilocaine"), use);

        Assert.Equal(code, check.Decision.Reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void Needled_skin_takes_no_cream()
    {
        var check = AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("lidocaine-4"), new() { Grams = 1, AreaCm2 = 50, WeightKg = 60, OnNeedledSkin = true });

        Assert.Equal(["cream-on-needled-skin"], check.Decision.Reasons.Select(r => r.Code));
    }

    [Fact]
    public void Two_creams_share_one_body()
    {
        var emla = ProtocolPack.Current.Anaesthetic("lidocaine-prilocaine");
        var four = ProtocolPack.Current.Anaesthetic("lidocaine-4");
        var half = AnaestheticGuard.Check(emla, new() { Grams = 10, AreaCm2 = 100 });
        var justHalf = AnaestheticGuard.Check(four, new() { Grams = 3.375m, AreaCm2 = 100, WeightKg = 60 });
        var more = AnaestheticGuard.Check(four, new() { Grams = 3.4m, AreaCm2 = 100, WeightKg = 60 });
        var unknown = AnaestheticGuard.Check(four, new() { Grams = 3.4m, AreaCm2 = 100 });

        Assert.True(AnaestheticGuard.Together([half, justHalf]).IsAllowed);
        Assert.False(AnaestheticGuard.Together([half, more]).IsAllowed);
        Assert.False(AnaestheticGuard.Together([half, unknown]).IsAllowed);
        Assert.True(AnaestheticGuard.Together([half]).IsAllowed);
    }

    [Fact]
    public void Negative_grams_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AnaestheticGuard.Check(ProtocolPack.Current.Anaesthetic("none"), new() { Grams = -1, AreaCm2 = 0 }));
    }
}
