using System.Reflection;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Patients;
using Fibril.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fibril.Tests.Platform.Jobs;

public class OutboxTests
{
    private static readonly Guid ClinicId = Guid.CreateVersion7();

    [Fact]
    public async Task Listener_that_loses_a_race_is_told_again_at_once_and_sees_what_the_other_wrote()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var app = Serve.Build([$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"], Configure);
        var person = await InAsync(app, async db => db.Add(TestData.Patient("Race", "Before")).Entity);
        await InAsync(app, db =>
        {
            db.Tell(new NameAsked(person.Id));
            return Task.FromResult(true);
        });

        var heard = await app.Services.GetRequiredService<Outbox>().DrainAsync();

        Assert.Equal(1, heard);
        Assert.Equal("Theirs and mine", await InAsync(app, db => db.Patients.Where(p => p.Id == person.Id).Select(p => p.FamilyName).SingleAsync()));
        Assert.Equal(1, await InAsync(app, db => db.Set<OutboxFact>().Select(f => f.Attempts).SingleAsync()));
    }

    private static void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Services.Replace(ServiceDescriptor.Singleton(new FactTypes(Assembly.GetExecutingAssembly())));
        builder.Services.AddScoped<RacingListener>();
    }

    private static async Task<T> InAsync<T>(WebApplication app, Func<ClinicDb, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(ClinicId);
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        var answer = await work(db);
        await db.SaveAsync(caller.Act("prepare test"));
        return answer;
    }

    private sealed record NameAsked(Guid Person);

    /// <summary>The first time, somebody else saves between its reading and its saving.</summary>
    private sealed class RacingListener(ClinicDb db, Caller caller, IServiceScopeFactory scopes) : IReact<NameAsked>
    {
        public async Task HandleAsync(NameAsked fact, CancellationToken stop)
        {
            var person = await db.Patients.SingleAsync(p => p.Id == fact.Person, stop);
            if (person.FamilyName == "Before")
            {
                await using var other = scopes.CreateAsyncScope();
                other.ServiceProvider.GetRequiredService<Caller>().ActAsSystem(ClinicId);
                var theirs = other.ServiceProvider.GetRequiredService<ClinicDb>();
                (await theirs.Patients.SingleAsync(p => p.Id == fact.Person, stop)).FamilyName = "Theirs";
                await theirs.SaveAsync(caller.Act("rename"), stop);
            }

            person.FamilyName += " and mine";
            await db.SaveAsync(caller.Act("rename"), stop);
        }
    }
}
