namespace Fibril.Pathway.Plans;

public sealed class PlansStage : Stage
{
    public override int Number => 4;

    public override string Name => "Plans";

    public override string Summary => 
        "Zones, depth, sessions and interval against the protocol's caps, with what it may honestly bring, what else there is, and what it costs.";
}
