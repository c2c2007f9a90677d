using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Fibril.Protocol;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>How far a recall has come.</summary>
/// <param name="EveryoneAt">When the last person was reached; null while somebody is not.</param>
public sealed record RecallProgress(int People, int Reached, int Answered, DateTime? EveryoneAt)
{
    public bool IsEveryoneReached => Reached == People;

    /// <summary>"3 of 12 reached, 2 answered".</summary>
    public override string ToString() => $"{Reached} of {People} reached, {Answered} answered";
}

/// <summary>What may be done in a recall, and how far it has come. Pure.</summary>
public static class RecallRules
{
    private const string House = "clinic";

    /// <summary>A real one says what the notice says, and there is one at a time for a lot.</summary>
    /// <param name="isOpen">A recall of the same kind is open for the lot.</param>
    public static Decision MayStart(bool isDrill, string? reason, bool isOpen) => Decision.From(
    [
        .. !isDrill && string.IsNullOrWhiteSpace(reason) ? [new Reason("reason-missing", "Say what the notice says: it stands on the report.", House)] : Array.Empty<Reason>(),
        .. isOpen ? [new Reason("recall-open", isDrill ? "A drill with this lot is running. Go on with it." : "This lot's recall is open. Go on with it.", House)] : Array.Empty<Reason>(),
    ]);

    /// <summary>Nothing changes in a recall that has ended, nor before the lot was found.</summary>
    public static Decision MayWork(LotRecall recall) => recall switch
    {
        { EndedAt: not null } => Refuse("recall-ended", "This recall has ended. Start another one if somebody was forgotten."),
        { FoundAt: null } => Refuse("lot-not-found", "Find the lot first: scan or type it."),
        _ => Decision.Allow(),
    };

    /// <summary>A drill leaves the shelf alone.</summary>
    public static Decision MayQuarantine(LotRecall recall, StockLot lot) => MayWork(recall).And(
        recall.IsDrill ? Refuse("drill", "This is a drill: the lot stays in use.")
        : lot.QuarantinedAt is not null || lot.RecalledAt is not null ? Refuse("set-aside-already", "The lot is set aside already.")
        : Decision.Allow());

    /// <summary>An answer is written down in a few words.</summary>
    public static Decision MayAnswer(LotRecall recall, string? words) => MayWork(recall).And(
        words?.Trim().Length is > 0 and <= 300 ? Decision.Allow() : Refuse("answer-length", "Write down in at most 300 letters what was answered."));

    /// <summary>It ends when everybody was reached, or with the reason why not.</summary>
    public static Decision MayEnd(LotRecall recall, RecallProgress progress, string? reason) => MayWork(recall).And(
        progress.IsEveryoneReached || !string.IsNullOrWhiteSpace(reason)
            ? Decision.Allow()
            : Refuse("not-everyone", $"{Words.Count(progress.People - progress.Reached, "person is", "people are")} not reached. Go on, or say why it ends."));

    public static RecallProgress Progress(IReadOnlyCollection<RecallPerson> people)
    {
        var reached = people.Where(p => p.ReachedAt is not null).ToList();
        return new(people.Count, reached.Count, people.Count(p => p.AnsweredAt is not null), reached.Count == people.Count ? reached.Max(p => p.ReachedAt) : null);
    }

    /// <summary>What the people read first; staff change it before it is sent.</summary>
    public static string Draft(string clinicPhone) =>
        "A product that was used in one of your sessions is being checked by its maker. We are looking into what this means for you, and we will call you. "
        + "Please press the button below, so that we know that this note has reached you. "
        + $"If you feel unwell, or something about your skin worries you, call us at once{(clinicPhone.Length > 0 ? $": {clinicPhone}" : "")}.";

    /// <summary>"41 s", "3 min 5 s", "2 h 10 min".</summary>
    public static string Took(DateTime from, DateTime to) => (to - from) switch
    {
        { TotalSeconds: < 60 } span => $"{span.Seconds} s",
        { TotalMinutes: < 60 } span => $"{span.Minutes} min {span.Seconds} s",
        var span => $"{(int)span.TotalHours} h {span.Minutes} min",
    };

    private static Decision Refuse(string code, string sentence) => Decision.Refuse(new Reason(code, sentence, House));
}
