using Fibril.EndToEnd.Support;

namespace Fibril.EndToEnd.WholeWay;

/// <summary>
/// One person's way from the imported chart to the healed skin, clicked through as staff and as patient: once with the staff at a desk and the person on a phone,
/// once with everybody on a phone and without any script. It has a clinic of
/// its own, because its clock runs on for weeks.
/// </summary>
public class WholeWayTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Theory]
    [InlineData("Nora", "Ahlgren", "1988-05-17", 1280, true)]
    [InlineData("Ines", "Castellano", "1995-02-21", 390, false)]
    public async Task From_the_imported_chart_to_the_look_at_the_result(string given, string family, string born, int staffWidth, bool javaScript)
    {
        await using var way = new Way(clinic, new(given, family, born), staffWidth, javaScript);

        await way.Given_a_chart_is_imported_after_a_review();
        await way.Given_the_physician_has_read_the_chart();
        await way.When_the_front_desk_opens_a_course();

        await way.When_the_person_tells_wish_and_areas();
        await way.When_the_person_answers_the_health_questions();
        await way.Then_the_person_reads_what_the_answers_mean();

        await way.When_the_physician_examines_and_signs_the_consultation();
        await way.When_the_physician_rates_a_scale_and_keeps_a_photo();
        await way.When_the_physician_sets_a_finding_aside_and_accepts();

        await way.When_the_physician_drafts_a_plan();
        await way.When_the_person_agrees_to_the_plan();
        await way.When_the_person_reads_the_consent_and_answers_one_question_wrong();
        await way.When_the_person_signs();
        await way.When_the_physician_talks_it_through_and_countersigns();

        await way.When_the_person_books_a_time_and_confirms_the_holds();
        await way.When_the_front_desk_marks_the_arrival();
        await way.When_the_assistant_ticks_the_gate_and_puts_the_cream_on();
        await way.When_the_cream_is_ready_and_comes_off();
        await way.When_the_physician_needles_and_records_the_zone();
        await way.When_the_aftercare_is_given_and_the_record_signed();
        await way.When_the_physician_amends_the_record();

        await way.Then_the_person_reads_the_aftercare();
        await way.When_the_person_reports_on_the_second_day();
        await way.When_the_physician_closes_the_report();
        await way.When_the_result_is_looked_at_after_30_days();
        await way.Then_the_progress_shows_the_change();

        Assert.True(way.Faults.Count == 0, string.Join('\n', way.Faults));
        await way.Then_the_journal_is_intact();
    }
}
