namespace Fibril.Pathway.Recovery;

public sealed class RecoveryStage : Stage
{
    public override int Number => 8;

    public override string Name => "Recovery";

    public override string Summary => 
        "Check-ins by the person, triage by the protocol, an inbox where red comes first, and adverse events with lot and device.";
}
