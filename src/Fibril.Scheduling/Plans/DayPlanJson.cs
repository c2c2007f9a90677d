using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fibril.Scheduling;

/// <summary>Writes <c>fibril.day-plan/1</c>.</summary>
public static class DayPlanJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // it goes to a file or a terminal, never into HTML unescaped
        WriteIndented = true,
        NewLine = "\n",
    };

    /// <summary>The levels as the contract names them.</summary>
    private static readonly string[] Levels = ["must-serve", "weight", "waiting", "finish"];

    /// <summary>One JSON object, without a line feed at its end.</summary>
    public static string ToJson(this DayPlan plan)
    {
        var clock = plan.Problem.Clock;
        var statistics = DayStatistics.Of(plan);
        var json = JsonSerializer.SerializeToNode(
            new
            {
                contract = "fibril.day-plan/1",
                date = clock.Date.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                timeZone = clock.TimeZone,
                status = Word(plan.Status.ToString()),
                proven = Levels[..plan.Proven],
                objective = plan.Table is { } table
                    ? new
                    {
                        weight = table.Weight,
                        bound = plan.Bound,
                        gap = Math.Round(plan.Gap, 6),
                        waitingMinutes = table.Waiting * clock.Granularity,
                        finish = table.Finish is { } end ? clock.Text(end) : null,
                    }
                    : null,
                visits = (plan.Table?.Visits ?? []).Select(v => Visit(clock, v)),
                breaks = (plan.Table?.Breaks ?? []).Select(b => new { staff = b.Staff, name = b.Name, start = clock.Text(b.Time.From), end = clock.Text(b.Time.To) }),
                unserved = plan.Unserved.Select(u => new { id = u.Request.Id, code = Word(u.Code.ToString()), reason = u.Reason }),
                conflict = plan.Conflict,
                statistics = new
                {
                    patientsServed = statistics.PatientsServed,
                    requestsServed = statistics.RequestsServed,
                    requestsUnserved = statistics.RequestsUnserved,
                    practitionerUtilisation = Math.Round(statistics.PractitionerUtilisation, 6),
                    waitingMinutesTotal = statistics.WaitingMinutesTotal,
                    waitingMinutesMax = statistics.WaitingMinutesMax,
                },
                solveMs = (long)plan.SolveTime.TotalMilliseconds,
            },
            Options)!.AsObject();
        if (plan.ConflictReason is { } reason)
        {
            json["x-conflictReason"] = reason; // the contract has ids only; members that start with x- may be added (section 8)
        }

        return json.ToJsonString(Options);
    }

    private static object Visit(DayClock clock, PlannedVisit visit) => new
    {
        id = visit.Visit.Id,
        waitingMinutes = visit.Waiting * clock.Granularity,
        segments = visit.Segments.Select((s, i) => new
        {
            name = visit.Visit.Type.Segments[i].Name,
            start = clock.Text(s.Start),
            end = clock.Text(visit.Of(i).To),
            staff = s.Staff,
            place = s.Place,
        }),
    };

    private static string Word(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
