using Fibril.EndToEnd.Support;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>The same way with one session, for staff and person on a phone that runs no script.</summary>
public class WithoutScriptTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task From_the_imported_chart_to_the_look_at_the_result()
    {
        await using var way = new Way(clinic, new("Ines", "Castellano", "1995-02-21"), staffWidth: 390, javaScript: false, sessions: 1);
        await way.UntilTheConsentIsCountersignedAsync();
        await way.SessionAsync();
        await way.When_the_physician_amends_the_record();
        await way.Then_the_person_reads_the_aftercare();
        await way.When_the_person_reports_on_the_second_day();
        await way.When_the_physician_closes_the_report();
        await way.When_the_result_is_looked_at_after(30, grade: 2);
        await way.Then_the_progress_shows_the_change();
        await way.Then_nothing_was_wrong_on_the_way();
    }
}
