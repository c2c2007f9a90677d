namespace Fibril.Pathway.Screening;

public sealed class ScreeningStage : Stage
{
    public override int Number => 2;

    public override string Name => "Screening";

    public override string Summary => 
        "Facts and protocol make a decision per zone with every reason, date and source; a clinician accepts it, overrides a finding with a reason, or asks the prescriber.";
}
