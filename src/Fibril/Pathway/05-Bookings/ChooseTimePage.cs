using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Components;

namespace Fibril.Pathway.Bookings;

/// <summary>What the four pages with a choice of times share: a search by address, one radio list, one button.</summary>
public abstract class ChooseTimePage : FormPage<ChooseTimePage.Chosen>
{
    public sealed class Chosen
    {
        [Required(ErrorMessage = "Choose a time.")]
        public string? Time { get; set; }
    }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? With { get; set; }

    [Inject]
    protected FindTimes Find { get; set; } = null!;

    protected TimesFound? Found { get; set; }

    protected DateOnly? FromOn => DateOnly.TryParseExact(From, "yyyy-MM-dd", out var day) ? day : null;

    protected Guid? PractitionerId => Guid.TryParse(With, out var id) ? id : null;

    protected TimeZoneInfo Zone => Found!.Subject.Clinic.Zone;

    /// <summary>First day of the next look.</summary>
    protected string Later => (Found!.Days.Count == 0 ? Found.EarliestOn : Found.Days[^1].On.AddDays(1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    protected static FormResult NoSuchTime() => FormResult.Refuse("no-such-time", "Choose one of the times shown.");
}
