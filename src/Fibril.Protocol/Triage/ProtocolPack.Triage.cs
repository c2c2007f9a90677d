namespace Fibril.Protocol;

/// <content>Signs, flags, actions and levels of triage.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Signs a check-in may name.</summary>
    public IReadOnlyList<Sign> Signs => SignTable.Signs;

    /// <summary>Red flags, F1 to F16.</summary>
    public IReadOnlyList<RedFlag> RedFlags => Section<List<RedFlag>>("triage/flags.yaml");

    /// <summary>What to do first, for staff.</summary>
    public IReadOnlyList<TriageAction> TriageActions => Section<List<TriageAction>>("triage/actions.yaml");

    /// <summary>The levels in words.</summary>
    public IReadOnlyList<TriageLevelWords> TriageLevels => Section<List<TriageLevelWords>>("triage/levels.yaml");

    /// <summary>Signs with what they mean when no flag takes them.</summary>
    public SignTable SignTable => Section<SignTable>("triage/signs.yaml");

    /// <summary>One sign.</summary>
    /// <exception cref="ProtocolException">The pack has no such sign.</exception>
    public Sign Sign(string id) => Find(Signs, s => s.Id, id, "triage/signs.yaml");

    /// <summary>Shape of a check-in with the ids of this pack.</summary>
    internal Shape CheckInShape => (Shape)sections.GetOrAdd("checkin#shape", _ => new CheckInShape(this).Whole());
}
