namespace Fibril.Platform.Data;

public enum ActorKind
{
    Staff,
    Patient,
    System,
}

/// <summary>Who acts. The name is copied, so that history still names a person who has left.</summary>
public sealed record Actor(ActorKind Kind, Guid Id, string Name)
{
    public static readonly Actor System = new(ActorKind.System, Guid.Empty, "Fibril");
}

/// <summary>Every write is signed by one: what was done, by whom, when, why.</summary>
/// <param name="Verb">The use case in plain words: "sign consent".</param>
/// <param name="Why">The reason given, where one is asked for.</param>
/// <param name="PersonId">Whose record it belongs to; null takes it from the rows.</param>
/// <param name="Once">Submission key of a form or request: a second save with the same key has no effect.</param>
/// <param name="LeadsTo">Where the answer leads, when that is known as it is saved: a repeat that comes in the same moment is led there too.</param>
public sealed record Act(string Verb, Actor Who, DateTime At, string? Why = null, Guid? PersonId = null, string? Once = null, string? LeadsTo = null);
