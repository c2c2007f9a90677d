using Fibril.Pathway.Outcomes.Photos;
using Fibril.Tests.Support;
using Fibril.Vision.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Outcomes.Photos;

/// <summary>Baselines taken twice say how far two photographs lie apart in this clinic, with areas drawn or not.</summary>
public class RepeatErrorPagesTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Five_pairs_make_the_errors_of_a_drawn_area_the_clinics_own()
    {
        var pairs = new List<(Guid Course, Guid Before, Guid After)>();
        foreach (var name in new[] { "Ada", "Bea", "Cleo", "Dora", "Edda" })
        {
            var (_, course, first, second) = await clinic.PairAsync(name);
            pairs.Add((course, first, second));
            await MeasureAsync(course, second);
            await MeasureAsync(course, second); // told twice, kept once
        }

        var shots = await clinic.ReadAsync(db => db.RepeatShots.ToListAsync());
        Assert.Equal(pairs.Order(), shots.Select(s => (s.CourseId, s.FirstId, s.SecondId)).Order());
        Assert.All(shots, s => Assert.Equal((5, 5), (s.Differences.Keys.Count(k => k.StartsWith("UnneedledSkin/", StringComparison.Ordinal)), s.Differences.Keys.Count(k => !k.Contains('/', StringComparison.Ordinal)))));
        Assert.All(shots.SelectMany(s => s.Differences.Values), d => Assert.InRange(Math.Abs(d), 0, 2));
        var (_, before, after) = pairs[0];
        using var browser = await Browser.OfAsync(clinic, clinic.Practitioner);
        await browser.GetAsync($"/staff/photos/{before}/zones?points=300,480;430,480;430,620&at.x=160&at.y=320");
        await browser.PressAsync("Keep this area", ("Area", "cheek"));

        await browser.GetAsync($"/staff/photos/{after}/against/{before}");

        Assert.Contains("by the skin outside the drawn areas", browser.Text, StringComparison.Ordinal);
        Assert.Equal(Enum.GetValues<SkinQuality>().Length, browser.Text.Split("measured here with 5 pairs").Length - 1);
        Assert.DoesNotContain("a stated default", browser.Text, StringComparison.Ordinal);
    }

    private Task MeasureAsync(Guid course, Guid photo) =>
        clinic.InAsync(services => services.GetRequiredService<MeasureRepeat>().HandleAsync(new(course, default, photo), TestContext.Current.CancellationToken));
}
