namespace Fibril.Pathway.Aftercare;

public sealed class AftercareStage : Stage
{
    public override int Number => 7;

    public override string Name => "Aftercare";

    public override string Summary => 
        "The dated sheet for this session: what to do, what to avoid, until when and why, and what is normal tomorrow.";
}
