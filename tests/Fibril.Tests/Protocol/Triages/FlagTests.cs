using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Triages;

/// <summary>Each flag at its edges. A sign is written as id or id:severity or id:severity:minutes.</summary>
public class FlagTests
{
    public static TheoryData<int, string, string, TriageLevel> Table => new()
    {
        // day, signs, flags, level
        { 0, "", "", TriageLevel.Normal },
        { 0, "breathing-difficulty", "F1", TriageLevel.Emergency },
        { 40, "collapse", "F1", TriageLevel.Emergency },
        { 3, "hives-generalised hives-local", "F1", TriageLevel.Emergency },
        { 3, "hives-local", "", TriageLevel.SameDay },
        { 1, "cyanosis", "F1", TriageLevel.Emergency },
        { 0, "seizure", "F1", TriageLevel.Emergency },
        { 0, "dizziness", "", TriageLevel.Within72Hours },
        { 1, "palpitations", "", TriageLevel.SameDay },
        { 9, "eye-pain", "F3", TriageLevel.Emergency },
        { 30, "grouped-vesicles", "F4", TriageLevel.SameDay },
        { 10, "tingling", "F4", TriageLevel.SameDay },
        { 11, "tingling", "", TriageLevel.Routine },
        { 11, "tingling erosions", "F4", TriageLevel.SameDay },
        { 2, "blisters", "", TriageLevel.SameDay },
        { 5, "punched-out-erosions", "F5", TriageLevel.Emergency },
        { 5, "erosions fever", "F4 F6", TriageLevel.SameDay },
        { 0, "fever", "F6", TriageLevel.SameDay },
        { 0, "rising-pain", "", TriageLevel.Routine },
        { 1, "rising-pain", "F6", TriageLevel.SameDay },
        { 0, "rising-pain fever", "F6", TriageLevel.Emergency },
        { 0, "warmth", "", TriageLevel.Normal },
        { 1, "warmth", "", TriageLevel.Routine },
        { 1, "warmth pain:2", "F6", TriageLevel.SameDay },
        { 1, "warmth pain:1", "", TriageLevel.Routine },
        { 0, "warmth pain:2 swelling:2 redness:3", "", TriageLevel.Normal },
        { 1, "warmth redness:3", "F6", TriageLevel.SameDay },
        { 1, "warmth redness:2", "", TriageLevel.Routine },
        { 1, "warmth swelling:2", "F6", TriageLevel.SameDay },
        { 0, "warmth fever", "F6", TriageLevel.Emergency },
        { 2, "spreading-redness:2", "F6", TriageLevel.SameDay },
        { 2, "spreading-redness:3", "F6", TriageLevel.Emergency },
        { 13, "abscess", "F6", TriageLevel.SameDay },
        { 14, "abscess", "F8", TriageLevel.Within72Hours },
        { 14, "abscess fever", "F6 F8", TriageLevel.Emergency },
        { 1, "ring-scale", "F7", TriageLevel.Within72Hours },
        { 13, "nodules", "", TriageLevel.Within72Hours },
        { 14, "nodules", "F8", TriageLevel.Within72Hours },
        { 2, "itchy-papules", "", TriageLevel.Within72Hours },
        { 3, "itchy-papules", "F9", TriageLevel.Within72Hours },
        { 1, "brown-patches", "F10", TriageLevel.Within7Days },
        { 60, "parallel-lines", "F11", TriageLevel.Within7Days },
        { 60, "thickening", "F12", TriageLevel.Within7Days },
        { 7, "redness:1", "", TriageLevel.Routine },
        { 7, "redness:2", "", TriageLevel.Within72Hours },
        { 8, "redness:1", "F13", TriageLevel.Within72Hours },
        { 15, "redness:1", "F13", TriageLevel.Within72Hours },
        { 3, "tender-nodes", "F14", TriageLevel.Routine },
        { 0, "needlestick", "F15", TriageLevel.Emergency },
        { 2, "distress", "F16", TriageLevel.SameDay },
        { 2, "distress suicidal-thoughts", "F16", TriageLevel.Emergency },
        { 0, "bleeding:2:20", "", TriageLevel.Normal },
        { 0, "bleeding:1", "", TriageLevel.Normal },
        { 0, "bleeding:2:21", "", TriageLevel.SameDay },
        { 1, "bleeding:1:1", "", TriageLevel.SameDay },
        { 7, "tightness roughness", "", TriageLevel.Normal },
        { 8, "tightness", "", TriageLevel.Routine },
        { 14, "dryness flaking bruising", "", TriageLevel.Normal },
        { 15, "bruising", "", TriageLevel.Routine },
        { 3, "milia", "", TriageLevel.Routine },
        { 4, "milia spots", "", TriageLevel.Normal },
        { 30, "spots", "", TriageLevel.Normal },
        { 31, "spots", "", TriageLevel.Routine },
        { 3, "swelling:1", "", TriageLevel.Routine },
        { 3, "swelling:2", "", TriageLevel.Within72Hours },
        { 4, "swelling:1", "", TriageLevel.Within72Hours },
        { 7, "itch:1", "", TriageLevel.Normal },
        { 8, "itch:1", "", TriageLevel.Routine },
        { 0, "pain:3", "", TriageLevel.Routine },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Signs_on_a_day_give_flags_and_level(int day, string signs, string flags, TriageLevel level)
    {
        var answer = Triage.Decide(ProtocolPack.Current, CheckIns.On(day, signs));

        Assert.Equal(level, answer.Level);
        Assert.Equal(flags, string.Join(' ', answer.Flags));
    }

    [Theory]
    [InlineData("cyanosis", "lidocaine-4", 0, "F2")]
    [InlineData("cyanosis", "none", 0, "F1")]
    [InlineData("cyanosis", "lidocaine-4", 1, "F1")]
    [InlineData("tinnitus", "compounded", 0, "F2")]
    [InlineData("tinnitus", "none", 0, "")]
    [InlineData("collapse dizziness", "lidocaine-4", 0, "F1 F2")]
    public void Numbing_cream_on_the_day_makes_it_poisoning(string signs, string product, int day, string flags)
    {
        var checkIn = CheckIns.On(day, signs) with { Anaesthetic = new() { Product = product } };

        var answer = Triage.Decide(ProtocolPack.Current, checkIn);

        Assert.Equal(flags, string.Join(' ', answer.Flags));
    }

    [Fact]
    public void Blisters_with_fever_and_eczema_raise_three_flags()
    {
        var checkIn = CheckIns.On(4, "grouped-vesicles fever") with { History = new() { Eczema = true } };

        var answer = Triage.Decide(ProtocolPack.Current, checkIn);

        Assert.Equal(["F4", "F5", "F6"], answer.Flags);
        Assert.Equal(TriageLevel.Emergency, answer.Level);
        Assert.Empty(answer.Advice);
    }

    [Theory]
    [InlineData(2, 1.5, 2, TriageLevel.Normal)]
    [InlineData(3, 1.5, 2, TriageLevel.Routine)]
    [InlineData(3, 1.6, 2, TriageLevel.Normal)]
    [InlineData(8, 2.0, 1, TriageLevel.Within72Hours)]
    public void Deep_needling_shifts_the_table_but_never_a_flag(int day, double depthMm, int redness, TriageLevel level)
    {
        var checkIn = CheckIns.On(day, $"redness:{redness}") with { Zones = [new("cheek", 0.5m), new("abdomen", (decimal)depthMm)] };

        Assert.Equal(level, Triage.Decide(ProtocolPack.Current, checkIn).Level);
    }
}
