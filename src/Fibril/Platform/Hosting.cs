using System.Reflection;
using Fibril.Pathway;
using Fibril.Pathway.Journey;
using Fibril.Platform.Access;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Access.Links;
using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Messages;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Fibril.Practice;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Protocols;
using Fibril.Practice.Staff;
using Fibril.Standards.Fhir;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fibril.Platform;

/// <summary>Puts the program together: services, then the order in which a request meets them.</summary>
public static class Hosting
{
    public static IServiceCollection AddFibril(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings).AddSingleton(TimeProvider.System);
        services.AddSingleton<Journal.JournalKey>().AddSingleton<Files.ClinicKeys>().AddScoped<Files.FileStore>();
        services.AddScoped<Caller>().AddClinicDb(settings.Connection);
        services.AddDataProtection().SetApplicationName("Fibril").PersistKeysToDbContext<ClinicDb>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, UseKeyFile>();
        services.AddHttpContextAccessor().AddRazorComponents();
        OwnWords.AddTo(services);
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(o => o.MultipartBodyLengthLimit = UploadCharts.LargestUpload); // the server's own limit per page is lower
        services.AddSingleton<IconFiles>().AddCascadingAuthenticationState();
        services.AddHostedService<CheckProtocol>();
        services.AddSingleton(new FhirCatalogue([.. Stages.All.SelectMany(s => s.Resources), .. PracticeFhir.Resources, .. PracticeResources.All])).AddScoped<FhirViews>();
        services.AddAccess();
        services.AddUseCases();
        services.AddMessages(settings).AddScoped<ClinicLetterhead>().AddScoped<LetterheadOf>(p => p.GetRequiredService<ClinicLetterhead>().OfAsync);
        services.AddJobs(settings, [.. PlatformJobs, .. Stages.All.SelectMany(s => s.Jobs), JudgeClinicsAnew.Schedule]);
        foreach (var stage in Stages.All)
        {
            stage.AddServices(services);
        }

        return services;
    }

    private static readonly IEnumerable<JobSchedule> PlatformJobs =
    [
        JobSchedule.Each<SendMessages>(TimeSpan.FromSeconds(20)),
        JobSchedule.At<SweepAccess>("0 40 3 * * ?"),
    ];

    private static void AddAccess(this IServiceCollection services)
    {
        services.AddAuthorization(Policies.AddTo);
        services.AddAuthentication(Schemes.ByPath)
            .AddPolicyScheme(Schemes.ByPath, null, o => o.ForwardDefaultSelector = c =>
                c.Request.Path.StartsWithSegments("/my") ? Schemes.Patient : Schemes.Staff)
            .AddCookie(Schemes.Patient, o => SessionCookie.Patient(o))
            .AddIdentityCookies(o => o.ApplicationCookie!.Configure(SessionCookie.Staff));
        services.AddAccounts().AddLinks();
        services.AddScoped<ClaimsOfAccount>(p => p.GetRequiredService<StaffClaims>().OfAsync);
        services.AddScoped<StaffClaims>().AddScoped<StaffAccounts>().AddScoped<PatientSignIn>();
        services.AddScoped<JoinClinic>(p => p.GetRequiredService<StaffAccounts>().JoinAsync);
        services.AddScoped<FindPeopleByMail>(p => p.GetRequiredService<PatientSignIn>().FindAsync);
        services.AddScoped<AnyClinic>(p => p.GetRequiredService<SetUpClinic>().HasClinicAsync);
    }

    /// <summary>Every class with a <c>Handle</c> method is a use case; every <see cref="IReact{T}"/> is a listener. Neither is registered by hand.</summary>
    private static void AddUseCases(this IServiceCollection services)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsNested: false } && t.GetMethod("Handle") is not null))
        {
            services.AddScoped(type);
        }

        var facts = new FactTypes(assembly);
        services.AddSingleton(facts).AddSingleton<Outbox>().AddHostedService<OutboxService>();
        foreach (var listener in facts.AllListeners)
        {
            services.AddScoped(listener);
        }
    }

    public static void UseFibril(this WebApplication app)
    {
        app.UseProxies();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseNotHere();
        app.UseMiddleware<SafeHeaders>();
        app.UseAuthentication();
        app.Use((http, next) =>
        {
            http.RequestServices.GetRequiredService<Caller>().Become(http.User);
            return next(http);
        });
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>().Add(OpenFrameworkRoutes);
        app.MapMessages();
        app.MapAccounts();
        app.MapLinks();
        app.MapFhir();
        app.MapPractice();
        foreach (var stage in Stages.All)
        {
            stage.Map(app);
        }

        app.MapDone();
        app.MapJourney();
    }

    /// <summary>Routes that the framework adds for itself carry no policy of ours; pages do, and a test checks it.</summary>
    private static void OpenFrameworkRoutes(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } route } && route.StartsWith("/_framework", StringComparison.Ordinal))
        {
            endpoint.Metadata.Add(new Microsoft.AspNetCore.Authorization.AllowAnonymousAttribute());
        }
    }
}
