using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Bench;

/// <summary>
/// Many clerks at once, over HTTP: every start is wanted by four people at the same moment, and two practitioners can serve two of them.
/// </summary>
internal sealed partial class BookingLoad(Uri address, IReadOnlyList<Guid> courses, TimeZoneInfo zone) : IDisposable
{
    public const int Workers = 32;
    public const int Attempts = 10_000;
    private const int WantedBy = 4;
    private const int StartsPerDay = 12;
    private const int Minutes = 45;
    private const int OpensAt = 8;

    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new(), MaxConnectionsPerServer = Workers }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentBag<double> times = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];
    private int next = -1;

    /// <summary>Ids of visits that the program said are booked.</summary>
    public ConcurrentBag<Guid> Acknowledged { get; } = [];

    /// <summary>Milliseconds of each attempt, shortest first.</summary>
    public IReadOnlyList<double> Times => [.. times.Order()];

    /// <summary>How often each answer came.</summary>
    public string Answers => string.Join(", ", answers.OrderBy(a => a.Key).Select(a => $"{a.Value} × {(int)a.Key}"));

    /// <exception cref="InvalidOperationException">The sign-in was refused.</exception>
    public async Task SignInAsync()
    {
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative));
        var form = page[page.IndexOf("Input.Password", StringComparison.Ordinal)..] is var rest && page[..^rest.Length] is var before ? before[before.LastIndexOf("<form", StringComparison.Ordinal)..] + rest : page;
        var fields = Hidden().Matches(form).Select(m => KeyValuePair.Create(Attribute(m.Value, "name"), WebUtility.HtmlDecode(Attribute(m.Value, "value"))))
            .Append(new("Input.Email", "desk@demo.example")).Append(new("Input.Password", "needle-fibril-demo-26"));
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), content);
        if (answer.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in")
        {
            throw new InvalidOperationException($"The desk could not sign in: {(int)answer.StatusCode}.");
        }
    }

    public async Task<TimeSpan> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => Task.Run(WorkAsync)));
        return watch.Elapsed;
    }

    public void Dispose() => http.Dispose();

    private async Task WorkAsync()
    {
        for (var n = Interlocked.Increment(ref next); n < Attempts; n = Interlocked.Increment(ref next))
        {
            var watch = Stopwatch.StartNew();
            using var request = Request(n);
            using var answer = await http.SendAsync(request);
            times.Add(watch.Elapsed.TotalMilliseconds);
            answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                Acknowledged.Add(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
            }

            if (n % 500 == 0)
            {
                await Console.Error.WriteLineAsync($"{n} of {Attempts} attempts");
            }
        }
    }

    private HttpRequestMessage Request(int n)
    {
        var (day, slot) = Math.DivRem(n / WantedBy, StartsPerDay);
        var local = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, zone).Date.AddDays(day + 1).AddHours(OpensAt).AddMinutes(slot * Minutes);
        var start = TimeZoneInfo.ConvertTimeToUtc(local, zone);
        var body = JsonSerializer.Serialize(new
        {
            resourceType = "Appointment",
            status = "proposed",
            serviceType = new[] { new { coding = new[] { new { system = "urn:fibril:visit", code = "consultation" } } } },
            supportingInformation = new[] { new { reference = $"EpisodeOfCare/{courses[n % courses.Count]}" } },
            start = Text(start),
            end = Text(start.AddMinutes(Minutes)),
            participant = new[] { new { status = "accepted" } },
        });
        return new(HttpMethod.Post, "/fhir/Appointment")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/fhir+json"),
            Headers = { { "Idempotency-Key", $"bench-{n}" } },
        };
    }

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
