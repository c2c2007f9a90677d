namespace Fibril.Platform.Access.Accounts;

/// <summary>Counts attempts on one account from where this request comes.</summary>
public sealed class Attempts(Throttle throttle, KnownDevices devices, IHttpContextAccessor accessor)
{
    /// <param name="what">What is guessed: "password", "code".</param>
    /// <param name="account">The known account's id, when there is one: only it can have known devices.</param>
    public Attempt On(string what, string name, Guid? account)
    {
        var address = ClientAddress.Of(accessor.HttpContext!);
        var device = account is { } id ? devices.KeyFor(id) : null;
        return device is null
            ? new(throttle, [($"{what}:{name}:{address}", Pace.Account), ($"{what}:{address}", Pace.Address)])
            : new(throttle, [($"{what}:{name}:device:{device}", Pace.Account)]);
    }
}

/// <summary>One attempt under its counters.</summary>
public sealed class Attempt(Throttle throttle, IReadOnlyList<(string Key, Pace Pace)> counters)
{
    public async Task<TimeSpan> WaitAsync()
    {
        var longest = TimeSpan.Zero;
        foreach (var (key, pace) in counters)
        {
            var wait = await throttle.WaitAsync(key, pace);
            longest = wait > longest ? wait : longest;
        }

        return longest;
    }

    public async Task FailedAsync()
    {
        foreach (var (key, _) in counters)
        {
            await throttle.FailAsync(key);
        }
    }

    public Task SucceededAsync() => throttle.ForgetAsync(counters[0].Key);

    public static string Sentence(TimeSpan wait) =>
        wait < TimeSpan.FromMinutes(1)
            ? $"Too many attempts. Try again in {Math.Ceiling(wait.TotalSeconds)} seconds."
            : $"Too many attempts. Try again in {Math.Ceiling(wait.TotalMinutes)} minutes.";
}
