using Fibril.Protocol;

namespace Fibril.Platform.Ui;

/// <summary>What a form post led to: on to another page, or refused with reasons on the same page.</summary>
public abstract record FormResult
{
    public static FormResult Go(string url) => new GoTo(url);

    public static FormResult Refuse(Decision decision) => new Refused(decision);

    public static FormResult Refuse(string code, string sentence) => new Refused(Decision.Refuse(new Reason(code, sentence, "clinic")));

    /// <summary>On when allowed, the reasons when not.</summary>
    public static FormResult Of(Decision decision, string url) => decision.IsAllowed ? Go(url) : Refuse(decision);

    /// <summary>Nothing was saved: the same form once more, as it stands now (a row was added, a check was asked for).</summary>
    public static FormResult Stay { get; } = new ShowAgain();

    public sealed record ShowAgain : FormResult;

    public sealed record GoTo(string Url) : FormResult;

    public sealed record Refused(Decision Decision) : FormResult;
}
