namespace Fibril.Protocol;

/// <summary>Flag F6: bacterial infection, the one flag that reads several signs together.</summary>
internal static class Infection
{
    private static readonly string[] WorseWithFever = ["pus", "spreading-redness", "rising-pain", "abscess", "warmth"];

    public static Taken Of(Report r, RedFlag flag)
    {
        var taken = Fires(r, flag).ToList();
        var feverish = r.Has("fever") && WorseWithFever.Any(r.Has);
        if (feverish)
        {
            taken.AddRange(WorseWithFever.Where(r.Has).Except(taken).ToList());
        }

        return new(taken, feverish || r.HasAtLeast("spreading-redness", 3) ? "spreading-or-feverish" : RuleOutcome.Only);
    }

    private static IEnumerable<string> Fires(Report r, RedFlag flag)
    {
        var later = r.Day >= flag.Number("fromDay");
        var companions = later && r.Has("warmth") ? Companions(r, flag).ToList() : [];
        return
        [
            .. r.Present("pus", "spreading-redness", "fever").Signs,
            .. later ? r.Present("rising-pain").Signs : [],
            .. companions.Count > 0 ? companions.Prepend("warmth") : [],
            .. r.Day < flag.Number("abscessBeforeDay") ? r.Present("abscess").Signs : [],
        ];
    }

    private static IEnumerable<string> Companions(Report r, RedFlag flag)
    {
        var severe = flag.Number("companionSeverity");
        (string Sign, int AtLeast)[] companions = [("pain", severe), ("swelling", severe), ("redness", flag.Number("companionRedness"))];
        return companions.Where(c => r.HasAtLeast(c.Sign, c.AtLeast)).Select(c => c.Sign);
    }
}
