using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fibril.Bench;

/// <summary>Whom visits can be booked for.</summary>
/// <param name="Courses">Open, of different people.</param>
/// <param name="Planned">Those that have an agreed plan, so that a session can be asked for.</param>
/// <param name="Practitioner">One of them, where a single slot is wanted.</param>
internal sealed record BookingClinic(IReadOnlyList<Guid> Courses, IReadOnlyList<Guid> Planned, TimeZoneInfo Zone, Guid Practitioner);

/// <summary>
/// Many clerks at once, over HTTP: talks of 45 and of 20 minutes and sessions of over an hour, a start each quarter of an hour, each wanted
/// by three people at the same moment, so that visits meet wholly and in part; two practitioners serve them. Then sixteen people for one slot.
/// </summary>
internal sealed partial class BookingLoad(Uri address, BookingClinic clinic) : IDisposable
{
    public const int Workers = 32;
    public const int Attempts = 10_000;
    public const int Rounds = 50;
    private const int AtOnce = 16;
    private const int WantedBy = 3;
    private const int StartsPerDay = 36;
    private const int Raster = 15;
    private const int OpensAt = 8;

    /// <summary>One in ten a session, two in ten a look, the others first talks.</summary>
    private static readonly string[] Kinds = ["session", "consultation", "consultation", "review", "consultation", "consultation", "review", "consultation", "consultation", "consultation"];

    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new(), MaxConnectionsPerServer = Workers }) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
    private readonly ConcurrentBag<double> times = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> answers = [];
    private int next = -1;

    /// <summary>Rounds of sixteen in which not exactly one got the slot.</summary>
    public int Unfair { get; private set; }

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

    /// <summary>Sixteen people want the same practitioner at the same time, each time on a day after all others.</summary>
    public async Task RunSixteenAsync()
    {
        var (day, slot) = ((Attempts / (WantedBy * StartsPerDay)) + 2, 4);
        for (var round = 0; round < Rounds; round++)
        {
            var got = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Task.Run(() => SendAsync(
                Request($"sixteen-{round}-{n}", clinic.Courses[(round + n) % clinic.Courses.Count], "consultation", Start(day + (round / 2), slot + (round % 2 * 8)), clinic.Practitioner)))));
            Unfair += got.Count(status => status == HttpStatusCode.Created) == 1 ? 0 : 1;
        }
    }

    public void Dispose() => http.Dispose();

    private async Task WorkAsync()
    {
        for (var n = Interlocked.Increment(ref next); n < Attempts; n = Interlocked.Increment(ref next))
        {
            var watch = Stopwatch.StartNew();
            var status = await SendAsync(Attempt(n));
            times.Add(watch.Elapsed.TotalMilliseconds);
            answers.AddOrUpdate(status, 1, (_, count) => count + 1);
            if (n % 500 == 0)
            {
                await Console.Error.WriteLineAsync($"{n} of {Attempts} attempts");
            }
        }
    }

    private async Task<HttpStatusCode> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var answer = await http.SendAsync(sent);
        if (answer.StatusCode == HttpStatusCode.Created)
        {
            Acknowledged.Add(Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]));
        }

        return answer.StatusCode;
    }

    private HttpRequestMessage Attempt(int n)
    {
        var (day, slot) = Math.DivRem(n / WantedBy, StartsPerDay);
        var kind = Kinds[n % Kinds.Length];
        var among = kind == "session" ? clinic.Planned : clinic.Courses;
        return Request($"bench-{n}", among[n / (kind == "session" ? Kinds.Length : 1) % among.Count], kind, Start(day + 1, slot), null);
    }

    private DateTime Start(int inDays, int slot) =>
        TimeZoneInfo.ConvertTimeToUtc(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, clinic.Zone).Date.AddDays(inDays).AddHours(OpensAt).AddMinutes(slot * Raster), clinic.Zone);

    private static HttpRequestMessage Request(string key, Guid course, string kind, DateTime start, Guid? practitioner)
    {
        var body = JsonSerializer.Serialize(new
        {
            resourceType = "Appointment",
            status = "proposed",
            serviceType = new[] { new { coding = new[] { new { system = "urn:fibril:visit", code = kind } } } },
            supportingInformation = new[] { new { reference = $"EpisodeOfCare/{course}" } },
            start = Text(start),
            end = Text(start.AddMinutes(Raster)),
            participant = new object[] { practitioner is { } who ? new { actor = new { reference = $"Practitioner/{who}" }, status = "accepted" } : new { status = "accepted" } },
        });
        return new(HttpMethod.Post, "/fhir/Appointment")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/fhir+json"),
            Headers = { { "Idempotency-Key", key } },
        };
    }

    private static string Text(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value;

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
