namespace Fibril.Pathway.Bookings;

public sealed class BookingsStage : Stage
{
    public override int Number => 5;

    public override string Name => "Bookings";

    public override string Summary => 
        "A visit that fits the day: segments, people and places, never two in one slot; holds before it, reminders, moving and cancelling.";
}
