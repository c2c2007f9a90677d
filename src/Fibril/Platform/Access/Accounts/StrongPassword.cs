using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access.Accounts;

/// <summary>Twelve characters or more, judged by how long a guesser needs, not by which characters they are.</summary>
public sealed class StrongPassword : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    private const int Longest = 200;
    private const int Good = 3; // zxcvbn: 10^8 guesses or more

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Judge(password ?? "", WordsOf(user)) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = "password", Description = problem })
            : IdentityResult.Success);

    /// <summary>What a guesser would try first for this account.</summary>
    public static IEnumerable<string> WordsOf(Account user) =>
        [user.Email ?? "", .. (user.Email ?? "").Split('@', '.'), "fibril", "clinic"];

    /// <summary>Null when good; otherwise what is wrong and what would be better.</summary>
    /// <param name="known">Words that a guesser would try first: name, mail address.</param>
    public static string? Judge(string password, IEnumerable<string> known)
    {
        if (password.Length < Shortest)
        {
            return $"Use at least {Shortest} characters. Four words that do not belong together are easy to keep and hard to guess.";
        }

        if (password.Length > Longest)
        {
            return $"Use at most {Longest} characters.";
        }

        var result = Zxcvbn.Zxcvbn.MatchPassword(password, known.Where(w => w.Length > 2));
        return result.Score >= Good ? null : $"{Why(result.MatchSequence)} Add a word or two that have nothing to do with the rest.";
    }

    /// <summary>The part that a guesser finds first: the longest one that follows a pattern.</summary>
    private static string Why(IEnumerable<Zxcvbn.Match> parts) =>
        parts.Where(p => p.Pattern != "bruteforce").MaxBy(p => p.Token.Length)?.Pattern switch
        {
            "dictionary" => "It is made of words, names or passwords that are tried first.",
            "repeat" => "It repeats itself, which adds nothing for a guesser.",
            "sequence" => "It follows a row such as abc or 6543.",
            "spatial" => "It follows a row of keys on the keyboard.",
            "date" or "year" => "It contains a date, and dates are tried first.",
            "digits" => "A number alone is tried through quickly.",
            _ => "It would be guessed quickly.",
        };
}
