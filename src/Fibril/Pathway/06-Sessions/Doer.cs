using Fibril.Platform.Data;

namespace Fibril.Pathway.Sessions;

/// <summary>Who did one step, copied with the step: whoever signs later need not be the one who did it.</summary>
public sealed record Doer(Guid Id, string Name)
{
    public static Doer Of(Caller caller) => new(caller.Who.Id, caller.Who.Name);
}
