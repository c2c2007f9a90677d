using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>
/// The words of one language that no text for patients may use as a promise, and those that must not stand beside a prescribed
/// medicine. A language without such a list has no texts. Source: knowledge base R003, R041, rule M-RX; contract decision 7.
/// </summary>
/// <param name="Promises">A word that promises, and what to write in its place.</param>
/// <param name="Stop">To stop, pause, skip, withhold, interrupt or discontinue.</param>
/// <param name="Negation">What turns it into its opposite, before it in the sentence.</param>
/// <param name="Medicine">Words that mean a prescribed medicine without naming one.</param>
internal sealed record ConductWords((Regex Word, string Instead)[] Promises, Regex Stop, Regex Negation, string[] Medicine)
{
    private const string Improvement = "Say what improves and by how much.";
    private const string LessVisible = "Say \"less visible\"; scars do not go away.";
    private const string LessPain = "Say \"less pain\".";
    private const string Range = "Give a range with its study.";
    private const string HowLong = "Say how long it was followed.";
    private const string Risks = "Name the risks.";
    private const string Injures = "Say \"minimally invasive\": it injures the skin.";

    public static readonly ConductWords English = new(
        [
            (Of(@"\bflawless\w*"), Improvement), (Of(@"\bscar[-\s]?(free|less)\b"), LessVisible), (Of(@"\b(painless\w*|pain[-\s]free)\b"), LessPain),
            (Of(@"\bguarantee\w*"), Range), (Of(@"\bpermanent\w*"), HowLong), (Of(@"\b(no[-\s]risks?|risk[-\s]free|without risks?)\b"), Risks), (Of(@"\bnon[-\s]?invasive\w*"), Injures),
        ],
        Of(@"\b(stop|stops|stopping|stopped|pause|pauses|pausing|paused|skip\w*|withhold\w*|interrupt\w*|discontinu\w*|leave\s+(it|them)?\s*(off|out))\b"),
        Of(@"\b(not|never|don't|nor|no)\b[^.;]*$"),
        [
            "medicine", "medication", "drug", "prescri", "tablet", "blood thinner", "anticoagul", "platelet inhibitor", "antibiotic",
            "antiviral", "steroid", "chemotherapy", "cancer treatment", "insulin",
        ]);

    private static readonly Dictionary<string, ConductWords> All = new(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["es"] = new(
            [
                (Of(@"\b(impecable|perfect[ao])s?\b"), Improvement), (Of(@"\bsin (cicatri[zc]\w*|marcas)\b"), LessVisible), (Of(@"\b(indolor\w*|sin dolor)\b"), LessPain),
                (Of(@"\bgarant[ií]\w*"), Range), (Of(@"\b(permanente\w*|definitiv[ao]s?|para siempre)\b"), HowLong), (Of(@"\bsin (ning[uú]n )?riesgos?\b"), Risks), (Of(@"\bno invasiv\w*"), Injures),
            ],
            Of(@"\b(deje[ns]?|deja[rs]?|suspend\w*|interrump\w*|pare[ns]?|parar|paus\w*|omit\w*|discontin\w*|retire[ns]?|retirar|no (lo |la |los |las )?tom(e|es|en|ar))\b"),
            Of(@"\b(no|nunca|ni|jam[aá]s|sin)\b[^.;]*$"),
            ["medicament", "medicina", "fármaco", "recet", "pastilla", "comprimido", "anticoagul", "antibiótic", "antiviral", "corticoide", "esteroide", "quimioterapia", "insulina", "aspirina", "metotrexato", "isotretinoína", "prednisona"]),
        ["hi"] = new(
            [
                (Of("बेदाग"), Improvement), (Of("(दाग|निशान)[ -]?(रहित|मुक्त)"), LessVisible), (Of("(दर्द[ -]?(रहित|मुक्त)|बिना दर्द)"), LessPain),
                (Of("(गारंटी|गारण्टी)"), Range), (Of(@"((?<!अ)स्थायी|हमेशा के लिए)"), HowLong), (Of("(जोखिम[ -]?(रहित|मुक्त)|कोई जोखिम नहीं|बिना जोखिम)"), Risks), (Of("गैर[ -]?आक्रामक"), Injures),
            ],
            Of(@"(बंद|रोक(?!थाम)|छोड़)\S*(?!\s*(न|ना|नहीं|मत)(\s|$))(?=\s|$)"), // the negation stands behind the verb
            Of(@"(^|\s)(न|ना|नहीं|मत)\s+$"),
            ["दवा", "औषधि", "गोली", "इंसुलिन", "एंटीबायोटिक", "स्टेरॉयड", "खून पतला", "वारफेरिन", "एस्पिरिन", "मेथोट्रेक्सेट", "आइसोट्रेटिनोइन"]),
    };

    /// <summary>Languages with a list.</summary>
    public static IReadOnlyCollection<string> Languages => All.Keys;

    /// <summary>The words of a language, such as <c>en</c>; null when nobody has written them.</summary>
    public static ConductWords? In(string language) => All.GetValueOrDefault(language);

    private static Regex Of(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled);
}
