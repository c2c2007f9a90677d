namespace Fibril.Pathway.Consultations;

public sealed class ConsultationsStage : Stage
{
    public override int Number => 1;

    public override string Name => "Consultations";

    public override string Summary => 
        "What the person wants, the health questions one by one in plain words, and what the examiner sees: phototype, zones, baseline scales and photographs.";
}
