using Fibril.Protocol;

namespace Fibril.Platform.Ui;

/// <summary>What a form post led to: on to another page, or refused with reasons on the same page.</summary>
public abstract record FormResult
{
    public static FormResult Go(string url) => new GoTo(url);

    public static FormResult Refuse(Decision decision) => new Refused(decision);

    public static FormResult Refuse(string code, string sentence) => new Refused(Decision.Refuse(new Reason(code, sentence, "clinic")));

    /// <summary>Somebody else was first, or it was kept and is no longer: 409, with what can still be had.</summary>
    public static Refused Taken(Decision why, IReadOnlyList<Option> instead) => new Refused(why) { IsConflict = true, Instead = instead };

    /// <summary>Input is wrong in a way that only the use case can know: the message stands at the field.</summary>
    /// <param name="field">Name of the input's property.</param>
    public static FormResult Wrong(string field, string sentence) => new WrongInput(field, sentence);

    /// <summary>On when allowed, the reasons when not.</summary>
    public static FormResult Of(Decision decision, string url) => decision.IsAllowed ? Go(url) : Refuse(decision);

    /// <summary>Nothing was saved: the same form once more, as it stands now (a row was added, a check was asked for).</summary>
    public static FormResult Stay { get; } = new ShowAgain();

    public sealed record ShowAgain : FormResult;

    public sealed record GoTo(string Url) : FormResult;

    public sealed record WrongInput(string Field, string Sentence) : FormResult;

    public sealed record Refused(Decision Decision) : FormResult
    {
        /// <summary>What was asked for went to somebody else in between; care has nothing against it.</summary>
        public bool IsConflict { get; init; }

        /// <summary>What could be chosen instead, nearest first.</summary>
        public IReadOnlyList<Option> Instead { get; init; } = [];

        public int Status => IsConflict ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
    }
}
