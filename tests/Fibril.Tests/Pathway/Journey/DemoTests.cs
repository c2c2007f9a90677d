using Fibril.Pathway.Bookings;
using Fibril.Pathway.Journey;
using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fibril.Tests.Pathway.Journey;

public class DemoTests
{
    [Fact]
    public async Task Demo_is_made_once_shows_every_step_and_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        string[] args = [$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"];
        await DemoVerb.MakeAsync(args, TextWriter.Null, TestClinic.Start);
        await using var app = Serve.Build(args, b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new DemoClock(TestClinic.Start))));

        using var again = new StringWriter();
        await DemoVerb.MakeAsync(args, again, TestClinic.Start);
        Assert.Contains("there already", again.ToString(), StringComparison.Ordinal);

        await ShowsEveryStepAsync(app);
        await LeavesNothingAsync(app);
    }

    private static async Task ShowsEveryStepAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var clinic = await db.Clinics.IgnoreQueryFilters().SingleAsync();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(clinic.ClinicId);
        var today = clinic.DayOf(scope.ServiceProvider.GetRequiredService<Caller>().Now);

        var courses = await scope.ServiceProvider.GetRequiredService<CourseReader>().Handle(await db.Courses.AsNoTracking().ToListAsync());
        var phases = courses.Select(c => CourseStatus.Of(c, today).Phase).ToHashSet();
        var visits = (await db.Bookings.AsNoTracking().ToListAsync()).Where(b => b.Stands && clinic.DayOf(b.StartsAt) == today);

        // That answers wait for their decision lasts a moment only: nobody can be shown in it.
        Assert.Empty(Enum.GetValues<CoursePhase>().Except(phases).Except([CoursePhase.NeedsDecision]));
        Assert.Equal(30, await db.Patients.CountAsync());
        Assert.Equal(7, visits.Count());
        Assert.Single(await db.CheckIns.Where(c => c.Level == "emergency" && c.ClosedAt == null).ToListAsync());
        Assert.Single(await db.StockLots.Where(l => l.RecalledAt != null).ToListAsync());
        Assert.NotEmpty(await db.OutcomeVisits.Where(o => o.HeldAt != null).ToListAsync());
    }

    private static async Task LeavesNothingAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var remove = scope.ServiceProvider.GetRequiredService<RemoveDemo>();

        var would = await remove.Handle(dryRun: true);
        var answer = await remove.Handle();

        Assert.Equal(30, would!.Rows["patient"]);

        Assert.Equal(0, answer!.Left);
        Assert.Equal(30, answer.Rows["patient"]);
        Assert.Null(await remove.Handle());
    }
}
