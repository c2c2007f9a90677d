using Fibril.EndToEnd.Support;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>
/// A course of three sessions and the look at its result half a year after the last, clicked through with the staff at a desk and the person on a phone.
/// It has a clinic of its own, because its clock runs on for most of a year.
/// </summary>
public class WholeWayTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private const int Sessions = 3;

    [Fact]
    public async Task From_the_imported_chart_to_the_result_of_three_sessions()
    {
        await using var way = new Way(clinic, new("Nora", "Ahlgren", "1988-05-17"), staffWidth: 1280, javaScript: true, Sessions);
        await way.UntilTheConsentIsCountersignedAsync();
        await way.SessionAsync();
        await way.When_the_physician_amends_the_record();
        await way.Then_the_person_reads_the_aftercare();
        await way.When_the_person_reports_on_the_second_day();
        await way.When_the_physician_closes_the_report();
        for (var session = 2; session <= Sessions; session++)
        {
            await way.When_it_is_time_for_the_next_session();
            await way.SessionAsync();
            await way.When_the_person_reports_calm_skin_after_a_week();
        }

        await way.When_the_result_is_looked_at_after(30, grade: 3);
        await way.When_the_result_is_looked_at_after(90, grade: 2);
        await way.When_the_result_is_looked_at_after(180, grade: 1);
        await way.When_the_physician_photographs_again_and_compares();
        await way.Then_all_sessions_stand_on_one_axis();
        await way.Then_the_progress_shows_the_change();
        await way.Then_nothing_was_wrong_on_the_way();
    }
}
