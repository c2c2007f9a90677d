using CsCheck;
using Fibril.Pathway.Outcomes;
using Fibril.Protocol;

namespace Fibril.Tests.Pathway.Outcomes;

public class RegistryRulesTests
{
    private static readonly Gen<RegistryCourse> AnyCourse =
        from indication in Gen.OneOf("acne-scar", "fine-wrinkles", "striae", "texture")
        from device in Gen.OneOf("pen", "roller")
        from phototype in Gen.Int[1, 6]
        from age in Gen.Int[20, 70]
        from zone in Gen.OneOf("cheek", "chin", "forehead")
        from depth in Gen.OneOf(0.5m, 1.0m, 1.5m, 2.0m)
        from sessions in Gen.Int[1, 5]
        from gain in Gen.Int[-5, 20]
        from rated in Gen.Bool
        select Treated(indication, gain: rated ? gain : null) with
        {
            Device = device, Phototype = RegistryBands.Phototype(phototype), Age = RegistryBands.Age(age), Zones = zone, Depth = RegistryBands.Depth(depth),
            SessionDays = [.. Enumerable.Range(0, sessions).Select(i => i * 28)],
        };

    [Theory]
    [InlineData("9 7 12", "")]
    [InlineData("9 3 2", "3 2")]
    [InlineData("3 9 3 12", "3 3")]
    [InlineData("9 4 4 7", "9 4 4")]
    [InlineData("2 3", "2 3")]
    public void Small_counts_are_merged_and_with_another_where_their_sum_would_tell(string counts, string merged)
    {
        int[] all = [.. counts.Split(' ').Select(int.Parse)];

        var which = RegistryRules.Merged(all);

        Assert.Equal(merged, string.Join(' ', all.Where((_, i) => which[i])));
    }

    /// <summary>Somebody who knows the rule, every value there could be and every number shown tries all tables: none of the merged counts is left with one answer.</summary>
    [Theory]
    [InlineData(2, 22)]
    [InlineData(3, 22)]
    [InlineData(4, 15)]
    public void No_merged_count_can_be_worked_out_from_what_is_shown(int values, int most)
    {
        var tables = Tables(values, most).ToList();
        foreach (var alike in tables.GroupBy(Shown))
        {
            Assert.All(Enumerable.Range(0, values).Where(i => alike.Any(t => t[i] is > 0 and < RegistryRules.Fewest)), i =>
                Assert.True(alike.Select(t => t[i]).Distinct().Count() > 1, $"{alike.Key}: value {i} is {alike.First()[i]}"));
        }

        Assert.True(tables.Count > 100);
    }

    [Fact]
    public void Nothing_shown_is_about_fewer_than_five_courses_or_ratings() => AnyCourse.List[0, 60].Sample(courses =>
    {
        var registry = RegistryRules.Tables(courses);

        Assert.True(courses.Count >= RegistryRules.Fewest || registry.All is null);
        Assert.All(registry.Tables, t =>
        {
            Assert.Equal(registry.All!.Courses, t.Rows.Sum(r => r.Courses));
            Assert.True(t.Rows.Count(r => r.IsMerged) <= 1);
            Assert.All(t.Rows, r =>
            {
                Assert.True(r.Courses >= RegistryRules.Fewest, $"{t.By}: {r.Name} has {r.Courses}");
                Assert.Equal(r.Courses, r.Seen + r.Waiting + r.Lost);
                Assert.All(r.Gains, g => Assert.True(g.Gain is null or { N: >= RegistryRules.Fewest }));
            });
        });
    });

    [Fact]
    public void Scale_of_a_merged_indication_stands_in_no_table()
    {
        List<RegistryCourse> courses =
        [
            .. Enumerable.Range(0, 12).Select(i => Treated("acne-scar", gain: i)),
            .. Enumerable.Range(0, 4).Select(i => Treated("fine-wrinkles", gain: i, scale: "lemperle")),
            .. Enumerable.Range(0, 3).Select(i => Treated("texture", gain: i, scale: "lemperle")),
        ];

        var registry = RegistryRules.Tables(courses);

        Assert.Equal([("acne-scar", 12), (null, 7)], registry.Tables.Single(t => t.By == "Indication").Rows.Select(r => (r.Name, r.Courses)));
        Assert.Equal(["goodman-baron-quantitative"], registry.Tables.SelectMany(t => t.Rows).SelectMany(r => r.Gains).Select(g => g.Scale).Distinct());
    }

    [Fact]
    public void Courses_that_the_sum_would_tell_are_left_out_of_every_table()
    {
        List<RegistryCourse> courses = [.. Enumerable.Range(0, 30).Select(i => Treated("acne-scar", gain: i)), Treated("striae") with { AdverseEvents = 1 }, Treated("melasma")];

        var registry = RegistryRules.Tables(courses);

        Assert.Equal((30, 0), (registry.All!.Courses, registry.All.AdverseEvents));
        Assert.All(registry.Tables, t => Assert.Equal(30, Assert.Single(t.Rows).Courses));
    }

    [Theory]
    [InlineData("3 5 4", "value 1=5 others=7")]
    [InlineData("9 4 4", "others=17")]
    [InlineData("4 4", "")]
    [InlineData("13 2 1", "value 0=13")]
    [InlineData("3 1", "")]
    public void Owner_reads_what_may_stand_alone_and_what_stands_together(string counts, string shown) =>
        Assert.Equal(shown, Shown([.. counts.Split(' ').Select(int.Parse)]));

    [Fact]
    public void Row_says_change_with_interval_harm_and_who_was_lost()
    {
        List<RegistryCourse> courses = [.. Enumerable.Range(1, 20).Select(i => Treated("acne-scar", gain: i) with { AdverseEvents = i <= 3 ? 1 : 0, FollowUp = i <= 4 ? FollowUp.Lost : FollowUp.Seen })];

        var row = Assert.Single(RegistryRules.Tables(courses).Tables[0].Rows);

        Assert.Equal((20, 40, 3, 16, 0, 4), (row.Courses, row.Sessions, row.AdverseEvents, row.Seen, row.Waiting, row.Lost));
        Assert.Equal((10.5m, 6, 15), (row.Gains[0].Gain!.Median, row.Gains[0].Gain!.Low, row.Gains[0].Gain!.High));
        Assert.Equal(0.075m, row.AdverseEventsPerSession);
    }

    [Fact]
    public void Four_ratings_are_too_few_to_say()
    {
        List<RegistryCourse> courses = [.. Enumerable.Range(1, 8).Select(i => Treated("acne-scar", gain: i <= 4 ? i : null))];

        var gain = Assert.Single(RegistryRules.Tables(courses).Tables[0].Rows[0].Gains);

        Assert.Null(gain.Gain);
        Assert.Equal("too few to say", RegistryText.Gain(gain));
    }

    [Theory]
    [InlineData("2026-02-02", "2026-01-01", FollowUp.Seen, "held the day after the last session")]
    [InlineData("2026-02-01", "2026-03-31", FollowUp.Lost, "held on the day of the last session, before it")]
    [InlineData("2026-01-01", "2026-03-31", FollowUp.Lost, "held between two sessions")]
    [InlineData("2026-01-01", "2026-04-01", FollowUp.Waiting, "held between two sessions, and the next is not overdue for long")]
    [InlineData(null, "2026-04-01", FollowUp.Waiting, "never held, not overdue for long")]
    [InlineData(null, "2026-03-31", FollowUp.Lost, "never held")]
    public void Lost_is_who_was_due_long_ago_and_did_not_come_after_the_last_session(string? held, string due, FollowUp expected, string why)
    {
        static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(expected == RegistryRules.FollowUpOf(held is null ? [] : [Day(held)], [Day(due)], new(2026, 2, 1), new(2026, 5, 31)), why);
    }

    [Fact]
    public void Every_combination_that_an_outsider_could_know_is_shared_by_five_rows() => AnyCourse.List[5, 80].Sample(courses =>
    {
        var numbers = Enumerable.Range(1, courses.Count).Reverse().ToList();

        var export = ExportRules.Of(courses, numbers);

        Assert.All(export.Rows.GroupBy(r => (r.Zones, r.Age, r.Device, r.Depth, r.Phototype, r.Indication)), g => Assert.True(g.Count() >= RegistryRules.Fewest, $"{g.Key} has {g.Count()}"));
        Assert.Equal(Enumerable.Range(1, courses.Count), export.Rows.Select(r => r.Course));
        Assert.Equal(courses.Sum(c => c.AdverseEvents), export.Rows.Sum(r => r.AdverseEvents));
        Assert.All(export.Rows.Where(r => r.Indication == ExportRules.Merged), r => Assert.Null(r.Scale));
    });

    [Fact]
    public void Common_values_leave_as_they_are_and_rare_ones_give_up_the_area_first()
    {
        List<RegistryCourse> courses = [.. Enumerable.Range(0, 6).Select(_ => Treated("acne-scar")), .. new[] { "chin", "nose", "temple", "jawline", "neck" }.Select(z => Treated("acne-scar") with { Zones = z })];

        var export = ExportRules.Of(courses, [.. Enumerable.Range(1, 11)]);

        Assert.Equal(5, export.MergedValues);
        Assert.Equal(6, export.Rows.Count(r => r.Zones == "cheek"));
        Assert.All(export.Rows, r => Assert.Equal(("acne-scar", "30 to 34"), (r.Indication, r.Age)));
    }

    [Fact]
    public void Fewer_than_five_courses_are_not_given_out()
    {
        Assert.False(ExportRules.MayExport(4).IsAllowed);
        Assert.True(ExportRules.MayExport(5).IsAllowed);
    }

    [Theory]
    [InlineData(5, 5, 5, "what is treated, group of skin types, depth", "")]
    [InlineData(4, 5, 5, "what is treated, group of skin types", "depth")]
    [InlineData(1, 3, 5, "what is treated", "group of skin types, depth")]
    [InlineData(1, 1, 2, null, null)]
    public void Own_results_widen_step_by_step_and_say_what_was_dropped(int allAlike, int sameSkin, int sameIndication, string? same, string? dropped)
    {
        RegistryCourse Like(int i) => Treated("acne-scar") with { AtReview = new("goodman-baron-quantitative", 40, 40 - i, 100, i, ChangeVerdict.Better) };
        List<RegistryCourse> courses =
        [
            .. Enumerable.Range(1, allAlike).Select(Like),
            .. Enumerable.Range(1, sameSkin - allAlike).Select(i => Like(i) with { Depth = "over 1.5 mm" }),
            .. Enumerable.Range(1, sameIndication - sameSkin).Select(i => Like(i) with { Phototype = "VI" }),
            .. Enumerable.Range(1, 9).Select(i => Like(i) with { Indication = "striae" }),
        ];

        var spread = OwnResultRules.Of(ProtocolPack.Current, courses, new("acne-scar", "I to III", "over 0.5 to 1.0 mm"), Guid.NewGuid());

        Assert.Equal((same, dropped), (spread is null ? null : string.Join(", ", spread.Same), spread is null ? null : string.Join(", ", spread.Dropped)));
        Assert.True(spread is null or { InPercent: true, Gain.N: 5 });
    }

    [Fact]
    public void Unknown_of_the_person_is_dropped_and_the_own_course_does_not_count()
    {
        var self = Guid.NewGuid();
        List<RegistryCourse> courses = [.. Enumerable.Range(1, 5).Select(i => Treated("acne-scar") with { CourseId = i == 5 ? self : Guid.NewGuid(), AtReview = new("goodman-baron-quantitative", 40, 30, 100, 10, ChangeVerdict.Better) })];

        Assert.Null(OwnResultRules.Of(ProtocolPack.Current, courses, new("acne-scar", RegistryBands.Unknown, RegistryBands.Unknown), self));
        Assert.Equal(["what is treated"], OwnResultRules.Of(ProtocolPack.Current, courses, new("acne-scar", RegistryBands.Unknown, RegistryBands.Unknown), Guid.NewGuid())!.Same);
        Assert.Null(OwnResultRules.Of(ProtocolPack.Current, courses, new(RegistryBands.Unknown, "I to III", "over 0.5 to 1.0 mm"), Guid.NewGuid()));
    }

    /// <summary>What the owner reads of one property: the values that stand alone, and what stands together.</summary>
    private static string Shown(int[] table)
    {
        var rows = RegistryRules.Tables(CoursesOf(table)).Tables.Where(t => t.By == "Indication").SelectMany(t => t.Rows);
        return string.Join(' ', rows.Select(r => $"{r.Name ?? "others"}={r.Courses}"));
    }

    private static List<RegistryCourse> CoursesOf(int[] table) => [.. table.SelectMany((n, i) => Enumerable.Repeat($"value {i}", n)).Select(value => Treated(value))];

    /// <summary>All tables with at most so many courses in all.</summary>
    private static IEnumerable<int[]> Tables(int values, int most) =>
        values == 0 ? [[]] : Enumerable.Range(0, most + 1).SelectMany(n => Tables(values - 1, most - n).Select(rest => (int[])[n, .. rest]));

    private static RegistryCourse Treated(string indication, int? gain = null, string scale = "goodman-baron-quantitative") => new()
    {
        CourseId = Guid.NewGuid(), Indication = indication, Zones = "cheek", Device = "pen", Depth = "over 0.5 to 1.0 mm", Phototype = "II", Age = "30 to 34", SessionDays = [0, 28],
        AdverseEvents = 0, FollowUp = FollowUp.Seen, Result = gain is { } g ? new(scale, 40, 40 - g, 120, g, ChangeVerdict.Better) : null,
    };
}
