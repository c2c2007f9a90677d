using System.Text.RegularExpressions;
using Fibril.Protocol;

namespace Fibril.Tests.Protocol.Knowledge;

/// <summary>Flesch-Kincaid grade, with syllables counted by groups of vowels: rough, but it shows a sentence that has grown too long.</summary>
public partial class ReadingLevelTests
{
    private static readonly ProtocolPack Pack = ProtocolPack.Current;

    public static TheoryData<string, string> Texts
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var section in Pack.Consent.Sections)
            {
                data.Add($"consent {section.Id}", string.Join(' ', section.Paragraphs.Select(p => p.Text)));
            }

            data.Add("consent risks", string.Join(' ', Pack.Consent.Risks.Select(r => $"{r.Text} {r.HowOften}")));
            data.Add("aftercare", string.Join(' ', Pack.AftercareRules.Rows.Select(r => $"{r.Do} {r.Why}")));
            data.Add("healing", string.Join(' ', Pack.HealingRules.Days.Select(d => d.Text)));
            data.Add("holds", string.Join(' ', Pack.HoldRules.Holds.Select(h => h.Text)));
            data.Add("questions", string.Join(' ', Pack.Questions.Select(q => $"{q.Text} {q.Help}")));
            data.Add("rules", string.Join(' ', Pack.Rules.SelectMany(r => r.Outcomes).Select(o => o.Patient)));
            data.Add("red flags", string.Join(' ', Pack.RedFlags.SelectMany(f => f.Cases).Select(c => c.Patient)));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Text_for_patients_reads_at_sixth_grade(string subject, string text)
    {
        Assert.True(Grade(text) <= 7.0, $"{subject}: grade {Grade(text):0.0}");
    }

    [Fact]
    public void Long_words_in_long_sentences_are_found()
    {
        Assert.True(Grade("Percutaneous collagen induction initiates physiological regenerative mechanisms, notwithstanding individual contraindications necessitating multidisciplinary consideration.") > 12);
        Assert.True(Grade("The skin is red. It is sore. Call us.") < 3);
    }

    private static double Grade(string text)
    {
        var sentences = SentenceEnd().Split(text).Count(s => s.Trim().Length > 0);
        var words = Word().Matches(text).Select(m => m.Value).ToList();
        return (0.39 * words.Count / sentences) + (11.8 * words.Sum(Syllables) / words.Count) - 15.59;
    }

    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        var silent = SilentEnd().IsMatch(word) ? 1 : 0;
        return Math.Max(1, groups - silent);
    }

    [GeneratedRegex(@"[.!?:;]\s+|[.!?]$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("[A-Za-z']+")]
    private static partial Regex Word();

    [GeneratedRegex("[aeiouy]+", RegexOptions.IgnoreCase)]
    private static partial Regex Vowels();

    [GeneratedRegex("([^l]e|[^tdscxz]es|[^td]ed)$", RegexOptions.IgnoreCase)]
    private static partial Regex SilentEnd();
}
