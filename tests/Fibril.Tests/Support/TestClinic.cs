using Fibril.Platform.Access;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Practice.Clinics;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Fibril.Tests.Support;

/// <summary>
/// One clinic on a real database behind the real program, with a clock that stands still until it is moved.
/// Use as a class fixture: one database per test class.
/// </summary>
public sealed class TestClinic : IAsyncLifetime
{
    /// <summary>Wednesday 10 June 2026, 10:00 in London.</summary>
    public static readonly DateTimeOffset Start = new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero);

    private TestDatabase database = null!;

    public FakeTimeProvider Clock { get; init; } = new(Start);

    /// <summary>Further settings of the program.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Further services of the program.</summary>
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public WebApplication App { get; private set; } = null!;

    public Guid ClinicId { get; private set; }

    public StaffMember Owner { get; private set; } = null!;

    /// <summary>A physician.</summary>
    public StaffMember Physician { get; private set; } = null!;

    /// <summary>A practitioner who is not a physician.</summary>
    public StaffMember Practitioner { get; private set; } = null!;

    public StaffMember Assistant { get; private set; } = null!;

    public StaffMember FrontDesk { get; private set; } = null!;

    /// <summary>The database, for a second program on the same data.</summary>
    public string Connection => database.Connection;

    /// <summary>Folder of the program's data.</summary>
    public string Directory => database.Directory;

    /// <summary>Today in the clinic.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Clock.Now(), TimeZoneInfo.FindSystemTimeZoneById("Europe/London")));

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        App = Serve.Build([$"--database={database.Connection}", $"--data={database.Directory}", "--environment=Test", "--jobs=off", .. Arguments], Configure);
        await App.StartAsync();
        await SeedAsync();
    }

    /// <summary>Runs something in a scope of its own, as the clinic's machinery or as somebody.</summary>
    public async Task<T> InAsync<T>(Func<IServiceProvider, Task<T>> work, StaffMember? staff = null, Patient? patient = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(ClinicId);
        if (staff is not null)
        {
            caller.ActAs(ClinicId, new(ActorKind.Staff, staff.Id, staff.Name), staff.Role);
        }
        else if (patient is not null)
        {
            caller.ActAs(ClinicId, new(ActorKind.Patient, patient.Id, patient.Name));
        }

        return await work(scope.ServiceProvider);
    }

    public Task InAsync(Func<IServiceProvider, Task> work, StaffMember? staff = null, Patient? patient = null) =>
        InAsync(
            async services =>
            {
                await work(services);
                return true;
            },
            staff,
            patient);

    /// <summary>Calls one use case as somebody.</summary>
    public Task<T> UseAsync<TUseCase, T>(Func<TUseCase, Task<T>> call, StaffMember? staff = null, Patient? patient = null) where TUseCase : notnull =>
        InAsync(services => call(services.GetRequiredService<TUseCase>()), staff, patient);

    /// <summary>Reads from the database, past every cache.</summary>
    public Task<T> ReadAsync<T>(Func<ClinicDb, Task<T>> read) => InAsync(services => read(services.GetRequiredService<ClinicDb>()));

    /// <summary>Adds rows as the clinic's machinery.</summary>
    public async Task<T> AddAsync<T>(T row) where T : ClinicRow
    {
        await InAsync(async services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            db.Add(row);
            await db.SaveAsync(services.GetRequiredService<Caller>().Act("prepare test"));
        });
        return row;
    }

    /// <summary>Lets later stages hear what earlier ones told.</summary>
    public Task DrainAsync() => App.Services.GetRequiredService<Outbox>().DrainAsync();

    private void Configure(WebApplicationBuilder builder)
    {
        builder.WebHost.UseTestServer();
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Error); // the test server has no limit on a request's size
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        Services(builder.Services);

        // What runs by itself would run beside the test; tests call it by name.
        foreach (var own in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Assembly == typeof(Serve).Assembly).ToList())
        {
            builder.Services.Remove(own);
        }
    }

    private async Task SeedAsync()
    {
        ClinicId = Guid.CreateVersion7();
        await using var scope = App.Services.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(ClinicId);
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        db.Add(TestData.Clinic(Clock.Now()));
        Owner = db.Add(TestData.Staff("Olu Owner", Role.Owner, Profession.None, Clock.Now())).Entity;
        Physician = db.Add(TestData.Staff("Phil Physician", Role.Practitioner, Profession.Physician, Clock.Now())).Entity;
        Practitioner = db.Add(TestData.Staff("Pia Practitioner", Role.Practitioner, Profession.Practitioner, Clock.Now())).Entity;
        Assistant = db.Add(TestData.Staff("Asa Assistant", Role.Assistant, Profession.None, Clock.Now())).Entity;
        FrontDesk = db.Add(TestData.Staff("Fay Frontdesk", Role.FrontDesk, Profession.None, Clock.Now())).Entity;
        await db.SaveAsync(caller.Act("prepare test"));
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await database.DisposeAsync();
    }
}
