using System.Text.Json;
using Fibril.Tests.Scheduling;
using Fibril.Tests.Support;

namespace Fibril.Tests.Pathway.Bookings;

/// <summary><c>fibril plan-day</c>: one JSON object on standard output, or problems with their pointers and nothing there.</summary>
public class PlanDayVerbTests
{
    [Fact]
    public async Task A_day_is_answered_with_its_plan_and_nothing_else()
    {
        var verb = await Verb.OnFileAsync(Days.Text("day-1-tiny.json"), "plan-day", "FILE", "--json");

        using var plan = JsonDocument.Parse(verb.Output);
        using var expected = JsonDocument.Parse(Days.Text("plan-day-1-tiny.json"));
        Assert.Equal((0, ""), (verb.Code, verb.Error));
        Assert.Equal(expected.RootElement.EnumerateObject().Select(p => p.Name), plan.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.All(new[] { "contract", "status", "proven", "objective", "conflict", "statistics" }, name => Assert.Equal(
            JsonSerializer.Serialize(expected.RootElement.GetProperty(name)), JsonSerializer.Serialize(plan.RootElement.GetProperty(name))));
    }

    [Fact]
    public async Task A_day_without_a_plan_is_an_answer()
    {
        var verb = await Verb.OnFileAsync(Days.Text("day-2-infeasible.json"), "plan-day", "FILE", "--json");

        using var plan = JsonDocument.Parse(verb.Output);
        Assert.Equal((0, "infeasible", "null"), (verb.Code, plan.RootElement.GetProperty("status").GetString(), plan.RootElement.GetProperty("objective").GetRawText()));
    }

    [Fact]
    public async Task Text_for_people_names_times_people_places_and_what_is_left_out()
    {
        var verb = await Verb.OnFileAsync(Days.Text("day-1-tiny.json"), "plan-day", "FILE");

        Assert.Equal(0, verb.Code);
        Assert.All(new[] { "proven best", "10:15-10:45", "amy", "room-1", "cem: It could be served" }, word => Assert.Contains(word, verb.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_no_day_is_refused_with_a_pointer_for_each_problem()
    {
        var verb = await Verb.OnFileAsync(Days.Small("/requests/0/earliest \"09:02\"", "/requests/1/visitType \"laser\""), "plan-day", "FILE", "--json");

        verb.IsRefused("/requests/0/earliest: ", "/requests/1/visitType: ");
        Assert.Equal(2, verb.Error.TrimEnd().Split('\n').Length);
        (await Verb.RunAsync("plan-day", "/nowhere/day.json", "--json")).IsRefused("/nowhere/day.json");
        (await Verb.RunAsync("plan-day", "")).IsRefused("is no name of a file");
    }
}
