namespace Fibril.Platform.Ui;

/// <summary>The colours of status words; each passes contrast in light and dark.</summary>
public enum Tone
{
    Plain,
    Info,
    Good,
    Wait,
    Alarm,
}
