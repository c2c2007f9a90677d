namespace Fibril.Pathway.Sessions;

public sealed class SessionsStage : Stage
{
    public override int Number => 6;

    public override string Name => "Sessions";

    public override string Summary => 
        "The gate, the numbing clock, the record per zone, lots used once, and a signature after which only amendments are added.";
}
