namespace Fibril.Practice.Patients;

/// <summary>How sure we are that two descriptions are one person.</summary>
public enum Likeness
{
    None,

    /// <summary>Worth showing side by side.</summary>
    Near,

    /// <summary>Same name and birth date.</summary>
    Same,
}

/// <summary>Pure decisions about who is who.</summary>
public static class PatientRules
{
    /// <summary>Same birth date and name: the same. Same birth date and a similar name, or the same name and a birth date with day and month swapped or one digit off: near.</summary>
    public static Likeness Compare(string name, DateOnly born, string otherName, DateOnly otherBorn)
    {
        var (mine, theirs) = (Folded.Words(name), Folded.Words(otherName));
        var sameName = mine.Order(StringComparer.Ordinal).SequenceEqual(theirs.Order(StringComparer.Ordinal));
        return (sameName, born == otherBorn) switch
        {
            (true, true) => Likeness.Same,
            (true, false) when AreAlike(born, otherBorn) => Likeness.Near,
            (false, true) when AreAlike(mine, theirs) => Likeness.Near,
            _ => Likeness.None,
        };
    }

    /// <summary>Birth dates under which a duplicate may stand: the same, and day and month swapped.</summary>
    public static IReadOnlyList<DateOnly> LikelyBirths(DateOnly born) => born.Day <= 12 ? [born, new DateOnly(born.Year, born.Day, born.Month)] : [born];

    private static bool AreAlike(DateOnly a, DateOnly b) =>
        LikelyBirths(a).Contains(b) || a.ToString("yyyyMMdd", null).Zip(b.ToString("yyyyMMdd", null)).Count(d => d.First != d.Second) == 1;

    /// <summary>Half of the words at least are the same but for a slip, or one is the beginning of the other.</summary>
    private static bool AreAlike(string[] a, string[] b)
    {
        var (few, many) = a.Length <= b.Length ? (a, b) : (b, a);
        return few.Length > 0 && few.Count(w => many.Any(m => IsSlip(w, m))) * 2 >= few.Length;
    }

    private static bool IsSlip(string a, string b) =>
        a == b || (a.Length > 2 && b.StartsWith(a, StringComparison.Ordinal)) || (b.Length > 2 && a.StartsWith(b, StringComparison.Ordinal))
        || Folded.Distance(a, b, 2) <= (Math.Max(a.Length, b.Length) > 5 ? 2 : 1);
}
