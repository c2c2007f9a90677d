using System.Reflection;
using Fibril.EndToEnd.Support;
using Microsoft.AspNetCore.Components;

namespace Fibril.EndToEnd.Pages;

/// <summary>
/// Every page of the program, opened by who may open it: axe finds nothing, nothing is wider than the window, the console is
/// silent. On a desktop in the light and on a phone in the dark, so that both themes are looked at.
/// </summary>
public class PagesTests(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task Every_page_has_no_faults_at_any_width()
    {
        var book = await new DemoPages(clinic).WriteAsync();
        Assert.Empty(Declared().Except(book.Visits.Select(v => v.Template)));

        var faults = await FaultsAsync(book, 1280, dark: false);
        faults.AddRange(await FaultsAsync(book, 390, dark: true));

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> Declared() => typeof(Program).Assembly.GetTypes().SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Select(r => r.Template);

    private async Task<List<string>> FaultsAsync(PageBook book, int width, bool dark)
    {
        List<string> faults = [];
        foreach (var who in book.Visits.GroupBy(v => v.Who))
        {
            await using var visitor = await clinic.OpenAsync(width, dark: dark);
            await (who.Key switch
            {
                "" => Task.CompletedTask,
                var patient when patient.Contains('.', StringComparison.Ordinal) => visitor.SignInByMailAsync($"{patient}@demo.example"),
                var colleague => visitor.SignInAsync(colleague),
            });
            foreach (var visit in who)
            {
                faults.AddRange((await LookAsync(visitor, visit)).Select(f => $"{width} {visit.Who} {visit.Template}: {f}"));
            }
        }

        return faults;
    }

    /// <summary>A page that leads elsewhere was not looked at: that is a fault of the book.</summary>
    private static async Task<IEnumerable<string>> LookAsync(Visitor visitor, PageVisit visit)
    {
        var answer = await visitor.Page.GotoAsync(visit.Address);
        var meant = visit.Template is "/forbidden" ? 403 : 200;
        return
        [
            .. answer!.Status == meant ? Array.Empty<string>() : [$"answered {answer.Status}"],
            .. visitor.Path == visit.Address ? Array.Empty<string>() : [$"led to {visitor.Path}"],
            .. (await visitor.FaultsAsync()).Where(f => meant == 200 || !f.Contains($"status of {meant}", StringComparison.Ordinal)),
        ];
    }
}
