using System.Text.Json;
using Fibril.Pathway.Screening;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What the decision on the health facts says on the day. Pure.</summary>
public static class Arrival
{
    /// <summary>The stored decision; null when there is none or it cannot be read, which is never a silent pass.</summary>
    public static CandidacyDecision? Read(CandidacyScreening? screening)
    {
        try
        {
            return screening is null ? null : CandidacyDecision.FromJson(screening.DecisionJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Refuses what may not begin on the day by the stored decision, its review and its overrides. Source: R057, design 3.6.</summary>
    /// <param name="pack">What the clinic works by.</param>
    /// <param name="on">Day of the session; a decision made later is judged for its own day.</param>
    public static Decision Judge(ProtocolPack pack, CandidacyScreening? current, CandidacyDecision? decision, DateOnly on) => current is null || decision is null
        ? Decision.Refuse(new Reason("screening-missing", "The health facts have not been judged, or the decision cannot be read. Judge them anew.", "R057"))
        : ScreeningRules.MayBook(pack, current, on < decision.On ? decision.On : on);
}
