using Fibril.Pathway.Plans;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Plans;

public class PlanDraftTests
{
    /// <summary>The result is judged 30 days after a session at the earliest, and the next session waits for that.</summary>
    [Theory]
    [InlineData(6, 28, 3)]
    [InlineData(2, 28, 2)]
    [InlineData(6, 21, 3)]
    [InlineData(12, 14, 12)]
    [InlineData(12, 7, 12)]
    [InlineData(1, null, 1)]
    public void Look_at_the_result_is_drafted_after_three_sessions_or_at_the_end_of_quick_ones(int sessions, int? intervalDays, int after) =>
        Assert.Equal(after, PlanDraft.ReviewAfter(ProtocolPack.Current.CourseStopRule, sessions, intervalDays));
}
