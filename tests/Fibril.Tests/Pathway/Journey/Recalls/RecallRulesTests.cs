using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Recovery;
using Fibril.Practice.Stock;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Journey.Recalls;

public class RecallRulesTests
{
    private static readonly DateTime Nine = new(2026, 6, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false, "seal", false, "")]
    [InlineData(false, " ", false, "reason-missing")]
    [InlineData(false, "seal", true, "recall-open")]
    [InlineData(true, null, false, "")]
    [InlineData(true, null, true, "recall-open")]
    public void A_recall_says_why_and_is_one_at_a_time(bool isDrill, string? reason, bool isOpen, string code) =>
        Assert.Equal(code, string.Join(",", Codes(RecallRules.MayStart(isDrill, reason, isOpen))));

    [Fact]
    public void Nothing_is_done_before_the_lot_is_found_nor_after_the_end()
    {
        var recall = Recall();
        Assert.Equal(["lot-not-found"], Codes(RecallRules.MayWork(recall)));
        recall.Find(Nine);
        Assert.Empty(Codes(RecallRules.MayWork(recall)));
        recall.End("Olu", "", Nine);
        Assert.Equal(["recall-ended"], Codes(RecallRules.MayWork(recall)));
    }

    [Fact]
    public void A_drill_leaves_the_shelf_alone()
    {
        Assert.Empty(Codes(RecallRules.MayQuarantine(Found(), Lot())));
        Assert.Equal(["drill"], Codes(RecallRules.MayQuarantine(Found(isDrill: true), Lot())));
        var aside = Lot();
        aside.Quarantine("wet", Nine);
        Assert.Equal(["set-aside-already"], Codes(RecallRules.MayQuarantine(Found(), aside)));
    }

    [Fact]
    public void It_ends_with_everybody_reached_or_with_a_reason()
    {
        List<RecallPerson> people = [Person(), Person()];
        people[0].MarkReached(Reach.Phone, "Asa", Nine.AddSeconds(90));
        var refused = RecallRules.MayEnd(Found(), RecallRules.Progress(people), null);
        Assert.Contains("1 person is not reached", Assert.Single(refused.Reasons).Sentence, StringComparison.Ordinal);
        Assert.True(RecallRules.MayEnd(Found(), RecallRules.Progress(people), "moved abroad").IsAllowed);

        people[1].MarkReached(Reach.Letter, "Asa", Nine.AddMinutes(10));
        Assert.True(RecallRules.MayEnd(Found(), RecallRules.Progress(people), null).IsAllowed);
    }

    [Fact]
    public void Progress_counts_the_reached_and_the_answered_and_knows_when_the_last_one_was()
    {
        List<RecallPerson> people = [Person(), Person(), Person()];
        people[0].MarkReached(Reach.Phone, "Asa", Nine.AddMinutes(2));
        people[0].MarkReached(Reach.Mail, "Somebody else", Nine.AddMinutes(50)); // the first time counts
        people[0].MarkAnswered("Well.", "Asa", Nine.AddMinutes(3));
        people[1].MarkReached(Reach.Mail, "Asa", Nine.AddMinutes(1));

        Assert.Equal("2 of 3 reached, 1 answered", RecallRules.Progress(people).ToString());
        Assert.Null(RecallRules.Progress(people).EveryoneAt);
        people[2].MarkReached(Reach.InPerson, "Asa", Nine.AddMinutes(1.5));
        Assert.Equal(Nine.AddMinutes(2), RecallRules.Progress(people).EveryoneAt);
        Assert.Null(RecallRules.Progress([]).EveryoneAt);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59, "59 s")]
    [InlineData(185, "3 min 5 s")]
    [InlineData(7800, "2 h 10 min")]
    [InlineData(180_000, "50 h 0 min")]
    public void Times_are_read_like_a_stopwatch(int seconds, string words) => Assert.Equal(words, RecallRules.Took(Nine, Nine.AddSeconds(seconds)));

    [Theory]
    [InlineData("")]
    [InlineData("020 7946 0000")]
    public void The_draft_keeps_the_rules_of_conduct(string phone) => Assert.Empty(ReplyRules.MayWrite(ProtocolPack.Current, RecallRules.Draft(phone)).Reasons);

    [Fact]
    public void An_answer_has_words()
    {
        Assert.True(RecallRules.MayAnswer(Found(), "Well.").IsAllowed);
        Assert.Equal(["answer-length"], Codes(RecallRules.MayAnswer(Found(), " ")));
        Assert.Equal(["answer-length"], Codes(RecallRules.MayAnswer(Found(), new string('a', 301))));
    }

    private static LotRecall Recall(bool isDrill = false) => new() { LotId = Guid.NewGuid(), IsDrill = isDrill, Reason = "seal", StartedAt = Nine, StartedByName = "Olu" };

    private static LotRecall Found(bool isDrill = false)
    {
        var recall = Recall(isDrill);
        recall.Find(Nine);
        return recall;
    }

    private static RecallPerson Person() => new() { RecallId = Guid.NewGuid(), PatientId = Guid.NewGuid() };

    private static StockLot Lot() => new() { ItemId = Guid.NewGuid(), Lot = "L", ExpiresOn = new(2027, 1, 1), Received = 1, ReceivedAt = Nine };

    private static IEnumerable<string> Codes(Decision decision) => decision.Reasons.Select(r => r.Code);
}
