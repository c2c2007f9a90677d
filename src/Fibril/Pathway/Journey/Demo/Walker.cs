using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Staff;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Calls use cases as one person or another, each in a scope of its own, as requests would.</summary>
public sealed class Walker(IServiceScopeFactory scopes, Outbox outbox, ClockHands clock, Guid clinicId)
{
    public ClockHands Clock => clock;

    public Task<T> AsAsync<TUseCase, T>(StaffMember staff, Func<TUseCase, Task<T>> call) where TUseCase : notnull =>
        InAsync(new(ActorKind.Staff, staff.Id, staff.Name), staff.Role, call);

    public Task<T> AsAsync<TUseCase, T>(Patient patient, Func<TUseCase, Task<T>> call) where TUseCase : notnull =>
        InAsync(new(ActorKind.Patient, patient.Id, patient.Name), null, call);

    public Task<T> AsSystemAsync<TUseCase, T>(Func<TUseCase, Task<T>> call) where TUseCase : notnull =>
        InAsync(Actor.System, null, call);

    /// <summary>Lets later stages hear what was told.</summary>
    public Task DrainAsync() => outbox.DrainAsync();

    /// <summary>A step of the demo that is refused is a mistake in the demo, not a state to show.</summary>
    /// <exception cref="InvalidOperationException">The use case refused, or found nothing.</exception>
    public static string Went(FormResult? result, string step) => result switch
    {
        FormResult.GoTo go => go.Url,
        FormResult.Refused refused => throw new InvalidOperationException($"{step}: {string.Join(" ", refused.Decision.Reasons.Select(r => $"[{r.Code}] {r.Sentence}"))}"),
        _ => throw new InvalidOperationException($"{step}: nothing there."),
    };

    private async Task<T> InAsync<TUseCase, T>(Actor who, Platform.Access.Role? role, Func<TUseCase, Task<T>> call) where TUseCase : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().ActAs(clinicId, who, role);
        return await call(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }
}
