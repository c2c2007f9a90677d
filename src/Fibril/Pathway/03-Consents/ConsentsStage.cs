namespace Fibril.Pathway.Consents;

public sealed class ConsentsStage : Stage
{
    public override int Number => 3;

    public override string Name => "Consents";

    public override string Summary => 
        "The person reads, answers check questions and signs; may withdraw with as few steps; new facts make the consent stale.";
}
