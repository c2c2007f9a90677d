namespace Fibril.Practice.Patients.Search;

/// <summary>How well a person fits what was typed. Pure.</summary>
public static class SearchRules
{
    /// <summary>0 when one of the terms does not fit at all; else the more, the better.</summary>
    public static double Score(Patient patient, IReadOnlyList<SearchTerm> terms)
    {
        var words = Folded.Words(patient.Name);
        var phone = Folded.Digits(patient.Phone);
        var sum = 0.0;
        foreach (var term in terms)
        {
            var fit = term.Word.Length > 0 ? words.Select(w => Fit(term.Word, w)).DefaultIfEmpty(0).Max() : Math.Max(FitBirth(term, patient.BornOn), FitPhone(term.Digits, phone));
            if (fit == 0)
            {
                return 0;
            }

            sum += fit;
        }

        return sum;
    }

    private static double Fit(string typed, string word) =>
        typed == word ? 1
        : word.StartsWith(typed, StringComparison.Ordinal) ? 0.9
        : typed.Length > 2 && word.Contains(typed, StringComparison.Ordinal) ? 0.8
        : FitSlip(typed, word);

    /// <summary>Up to three letters must be right; four and five may hold one slip, longer words two. The end of the word may be missing.</summary>
    private static double FitSlip(string typed, string word)
    {
        var allowed = typed.Length switch { < 4 => 0, < 6 => 1, _ => 2 };
        var slips = Math.Min(Folded.Distance(typed, word, 2), word.Length > typed.Length ? Folded.Distance(typed, word[..typed.Length], 2) : 9);
        return slips <= allowed ? 0.7 - (0.1 * slips) : 0;
    }

    private static double FitBirth(SearchTerm term, DateOnly born) =>
        term.Births.Where(b => b.Fits(born)).Select(b => b.IsFull ? 1 : 0.6).DefaultIfEmpty(0).Max();

    private static double FitPhone(string typed, string phone)
    {
        if (typed.Length < 3 || phone.Length == 0)
        {
            return 0;
        }

        var local = typed.TrimStart('0');
        return phone.EndsWith(typed, StringComparison.Ordinal) ? 1
            : phone.Contains(typed, StringComparison.Ordinal) ? 0.9
            : local.Length > 5 && phone.EndsWith(local, StringComparison.Ordinal) ? 0.9
            : phone.TrimStart('0') is { Length: > 6 } own && typed.EndsWith(own, StringComparison.Ordinal) ? 0.9
            : typed.Length > 6 && Folded.Distance(typed, phone, 1) <= 1 ? 0.6
            : 0;
    }
}
