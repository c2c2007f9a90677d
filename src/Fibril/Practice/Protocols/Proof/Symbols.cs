using System.Globalization;
using System.Text;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>
/// Any case with one zone and at most one fact of each word of the vocabulary, as unknowns of the solver. What a name of the
/// rules means stands here a second time, in logic; a witness found here is decided by the real engine, which holds the two together.
/// </summary>
internal sealed class Symbols
{
    /// <summary>Days that a sum of months of mean length may differ from the calendar; sums of a witness keep this far from the session.</summary>
    private const int Slack = 40;

    /// <summary>Day of the assessment of every case; only differences matter.</summary>
    public static readonly DateOnly On = new(2026, 6, 10);

    private readonly StringBuilder fresh = new();
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> monthSums = new(StringComparer.Ordinal);
    private readonly List<string> unknowns = [];
    private readonly ProtocolPack pack;

    public Symbols(ProtocolPack pack)
    {
        this.pack = pack;
        Zones = [.. pack.Zones.Select(z => z.Id)];
        Day = Whole("|day|", On.DayNumber, On.DayNumber + 60);
        Zone = Whole("|zone|", 0, Zones.Count - 1);
        Depth = Real("|depth|", "0.1", "3.5");
    }

    public IReadOnlyList<string> Zones { get; }

    public string Day { get; }

    public string Zone { get; }

    public string Depth { get; }

    /// <summary>Months of mean length, and no sum of them near the session: then the real calendar gives the same answers.</summary>
    public string PlainMonths => Smt.And(monthSums);

    /// <summary>Every unknown that was declared.</summary>
    public IReadOnlyList<string> Unknowns => unknowns;

    /// <summary>Declarations since the last time.</summary>
    public string Take()
    {
        var text = fresh.ToString();
        fresh.Clear();
        return text;
    }

    /// <summary>A yes or no.</summary>
    public string Flag(string name)
    {
        if (declared.Add(name))
        {
            unknowns.Add(name);
            fresh.Append(CultureInfo.InvariantCulture, $"(declare-const {name} Bool)\n");
        }

        return name;
    }

    /// <summary>A whole number within limits.</summary>
    public string Whole(string name, int least, int most)
    {
        if (declared.Add(name))
        {
            unknowns.Add(name);
            fresh.Append(CultureInfo.InvariantCulture, $"(declare-const {name} Int)\n(assert (<= {least} {name} {most}))\n");
        }

        return name;
    }

    /// <summary>A number within limits.</summary>
    public string Real(string name, string least, string most)
    {
        if (declared.Add(name))
        {
            unknowns.Add(name);
            fresh.Append(CultureInfo.InvariantCulture, $"(declare-const {name} Real)\n(assert (<= {least} {name} {most}))\n");
        }

        return name;
    }

    /// <summary>Adds a fact about the unknowns, once.</summary>
    public void Assert(string fact)
    {
        if (declared.Add(fact))
        {
            fresh.Append(CultureInfo.InvariantCulture, $"(assert {fact})\n");
        }
    }

    /// <summary>A name for a yes or no that is used often.</summary>
    public string Define(string name, string value)
    {
        if (declared.Add(name))
        {
            fresh.Append(CultureInfo.InvariantCulture, $"(define-fun {name} () Bool {value})\n");
        }

        return name;
    }

    /// <summary>True when a name was defined.</summary>
    public bool Knows(string name) => declared.Contains(name);

    /// <summary>A day in the past that may not be known.</summary>
    public Term PastDay(string name) => Term.Day(Whole(name, On.DayNumber - 8000, On.DayNumber), Flag(Known(name)));

    /// <summary>A word of a list that may not be known.</summary>
    public Term Word(string name, IReadOnlyList<string> words, bool always = false) =>
        new(NameType.Word, Whole(name, 0, words.Count - 1), always ? "true" : Flag(Known(name)), words);

    /// <summary>A property of the zone.</summary>
    public string OfZone(Func<Zone, bool> has) =>
        Smt.Or(pack.Zones.Index().Where(z => has(z.Item)).Select(z => $"(= {Zone} {z.Index})"));

    /// <summary>A number of the zone.</summary>
    public string OfZone(Func<Zone, decimal> number) =>
        pack.Zones.Index().Aggregate("0.0", (rest, z) => Smt.If($"(= {Zone} {z.Index})", Decimal(number(z.Item)), rest));

    /// <summary>
    /// A day and calendar months: between 28 and 31 days for each, the same months after the same day the same. The solver may
    /// choose any such calendar, so that what is proved holds for the real one.
    /// </summary>
    public string Months(string day, int months)
    {
        if (months == 0)
        {
            return day;
        }

        var later = $"(|after {months} months| {day})";
        if (declared.Add($"|after {months} months|"))
        {
            fresh.Append(CultureInfo.InvariantCulture, $"(declare-fun |after {months} months| (Int) Int)\n");
        }

        monthSums.Add($"(and (= {later} (+ {day} {months * 487 / 16})) (or (> {later} (+ {Day} {Slack})) (< {later} (- {Day} {Slack}))))");
        Assert($"(and (<= (+ {day} {28 * months}) {later}) (<= {later} (+ {day} {31 * months})))");
        return later;
    }

    public static string Decimal(decimal value) => value.ToString("0.0##########", CultureInfo.InvariantCulture);

    public static string Known(string name) => name.TrimEnd('|') + " known|";
}
