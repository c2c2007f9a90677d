using System.Collections.Concurrent;
using System.Reflection;
using Fibril.EndToEnd.Support;
using Microsoft.AspNetCore.Components;

namespace Fibril.EndToEnd.Pages;

/// <summary>
/// Every page of the program, opened by who may open it: axe finds nothing, nothing is wider than the window, the console is
/// silent. At a desk in the light and on a phone in the dark, so that both themes are looked at.
/// </summary>
public class PagesTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Every_page_has_no_faults_at_a_desk_and_on_a_phone_in_the_dark()
    {
        var book = await new DemoPages(clinic).WriteAsync();
        await clinic.HearAsync(); // a live page would come anew under axe's hands
        Assert.Empty(Declared().Except(book.Visits.Select(v => v.Template)));
        ConcurrentQueue<string> faults = new();

        await Parallel.ForEachAsync(book.Visits.GroupBy(v => v.Who), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (who, _) =>
        {
            await using var visitor = await clinic.OpenAsync();
            await SignInAsync(visitor, who.Key);
            foreach (var visit in who)
            {
                foreach (var fault in await LookAsync(visitor, visit))
                {
                    faults.Enqueue($"{visit.Who} {visit.Template}: {fault}");
                }
            }
        });

        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    [Fact]
    public async Task Dark_stays_dark_when_the_next_page_is_patched_in()
    {
        await using var visitor = await clinic.OpenAsync(dark: true);
        await visitor.GoAsync("/my/sign-in");
        await visitor.FollowAsync("Sign in here");

        Assert.Equal("dark", await visitor.Page.Locator("html").GetAttributeAsync("data-bs-theme"));
    }

    private static IEnumerable<string> Declared() => typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);

    private static Task SignInAsync(Visitor visitor, string who) => who switch
    {
        "" => Task.CompletedTask,
        _ when who.Contains('.', StringComparison.Ordinal) => visitor.SignInByMailAsync($"{who}@demo.example"),
        _ => visitor.SignInAsync(who),
    };

    /// <summary>A page that leads elsewhere was not looked at: that is a fault of the book.</summary>
    private static async Task<IEnumerable<string>> LookAsync(Visitor visitor, PageVisit visit)
    {
        await visitor.ShowAsync(1280, "light");
        var answer = await visitor.Page.GotoAsync(visit.Address);
        var meant = visit.Template is "/forbidden" ? 403 : 200;
        List<string> faults =
        [
            .. answer!.Status == meant ? Array.Empty<string>() : [$"answered {answer.Status}"],
            .. visitor.Path == visit.Address ? Array.Empty<string>() : [$"led to {visitor.Path}"],
            .. (await visitor.FaultsAsync()).Where(f => meant == 200 || !f.Contains($"status of {meant}", StringComparison.Ordinal)),
        ];
        await visitor.ShowAsync(390, "dark");
        faults.AddRange((await visitor.FaultsOfLooksAsync()).Select(f => $"390 px, dark: {f}"));
        return faults;
    }
}
