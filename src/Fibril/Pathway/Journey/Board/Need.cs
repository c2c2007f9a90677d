using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey.Board;

/// <summary>How soon somebody must look; the order of the list.</summary>
public enum Urgency
{
    Now,
    Today,
    Soon,
}

/// <summary>One line of "needs you now": who, what, and where to go.</summary>
public sealed record Need(Urgency Urgency, string Person, string What, string Page, DateTime Since)
{
    public Tone Tone => Urgency switch
    {
        Urgency.Now => Tone.Alarm,
        Urgency.Today => Tone.Wait,
        _ => Tone.Info,
    };

    public string Word => Urgency switch
    {
        Urgency.Now => "now",
        Urgency.Today => "today",
        _ => "soon",
    };
}
