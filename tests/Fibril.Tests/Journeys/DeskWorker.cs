using System.Globalization;
using System.Net;
using Fibril.Tests.Platform.Access;
using Fibril.Tests.Support;

namespace Fibril.Tests.Journeys;

/// <summary>One form sent by one person: found again by its marker, sent again under its key.</summary>
internal sealed class DeskWrite
{
    public string Key { get; } = Guid.NewGuid().ToString("N");

    public string Marker { get; } = Guid.NewGuid().ToString("N");

    public required bool IsReport { get; init; }

    /// <summary>A birth date of its own, so that nobody is taken for somebody else.</summary>
    public required DateOnly BornOn { get; init; }

    /// <summary>The program said that it is saved.</summary>
    public bool IsAnswered { get; set; }
}

/// <summary>Somebody at a desk who registers people and writes down urgent reports by turns, as fast as the program answers.</summary>
internal sealed class DeskWorker : IDisposable
{
    public const string GivenName = "Traffic";

    private readonly Browser browser;
    private readonly Guid session;
    private readonly int number;

    private DeskWorker(Browser browser, Guid session, int number) => (this.browser, this.session, this.number) = (browser, session, number);

    public List<DeskWrite> Writes { get; } = [];

    public IEnumerable<DeskWrite> Unanswered => Writes.Where(w => !w.IsAnswered);

    public static async Task<DeskWorker> SignInAsync(Uri address, string email, Guid session, int number)
    {
        var browser = Browser.At(address);
        await browser.SignInAsync(email, AccessSteps.Password);
        Assert.Equal("/staff", browser.Address.AbsolutePath);
        return new(browser, session, number);
    }

    /// <summary>Opens a form and fills it; it is a write from now on.</summary>
    public async Task<HttpRequestMessage> FillNextAsync()
    {
        var write = new DeskWrite { IsReport = Writes.Count % 2 == 1, BornOn = new DateOnly(1930, 1, 15).AddMonths((number * 200) + Writes.Count) };
        var request = await FillAsync(write);
        Writes.Add(write);
        return request;
    }

    public async Task SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var write = Writes[^1];
        using var answer = await browser.RawAsync(request, stop);
        var saved = write.IsReport ? "/staff/recovery/" : "/staff/patients/";
        Assert.Contains(saved, answer.Headers.Location?.ToString() ?? await answer.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        write.IsAnswered = true;
    }

    /// <summary>As a browser does that was not answered: the same form under the same key.</summary>
    public async Task SendAgainAsync(DeskWrite write, CancellationToken stop)
    {
        using var answer = await browser.RawAsync(await FillAsync(write), stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private async Task<HttpRequestMessage> FillAsync(DeskWrite write)
    {
        await browser.GetAsync(write.IsReport ? $"/staff/sessions/{session}/report" : "/staff/patients/new");
        browser.Page.QuerySelector("main input[name=once]")!.SetAttribute("value", write.Key);
        return write.IsReport
            ? browser.FilledPress("Send", ("Redness", "None"), ("Swelling", "None"), ("Pain", "None"), ("Any of these", "I have trouble breathing"), ("In your own words", write.Marker))
            : browser.FilledPress("Register", ("Given name", GivenName), ("Family name", write.Marker), ("Birth date", write.BornOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    public void Dispose() => browser.Dispose();
}
