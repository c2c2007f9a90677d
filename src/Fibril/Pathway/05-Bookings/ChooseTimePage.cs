using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
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

        [StringLength(PrerequisiteRules.LongestWhy, ErrorMessage = "At most 200 characters.")]
        public string? Why { get; set; }
    }

    [SupplyParameterFromQuery]
    public string? From { get; set; }

    [SupplyParameterFromQuery]
    public string? With { get; set; }

    /// <summary>A time that was chosen by a link: ready to be sent.</summary>
    [SupplyParameterFromQuery]
    public string? Time { get; set; }

    [Inject]
    protected FindTimes Find { get; set; } = null!;

    protected TimesFound? Found { get; set; }

    protected DateOnly? FromOn => DateOnly.TryParseExact(From, "yyyy-MM-dd", out var day) ? day : null;

    protected Guid? PractitionerId => Guid.TryParse(With, out var id) ? id : null;

    protected TimeZoneInfo Zone => Found!.Subject.Clinic.Zone;

    /// <summary>First day of the next look.</summary>
    protected string Later => (Found!.Days.Count == 0 ? Found.EarliestOn : Found.Days[^1].On.AddDays(1)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    protected override Task<Chosen> BlankAsync() => Task.FromResult(new Chosen { Time = Time });

    /// <summary>The page from the day of another time on, with that time chosen.</summary>
    protected internal override string LinkTo(Option other) => Offer.Read(other.Value) is { } at
        ? Navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["from"] = at.DayIn(Zone).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), ["time"] = other.Value })
        : Navigation.Uri;

    protected static FormResult NoSuchTime() => FormResult.Refuse("no-such-time", "Choose one of the times shown.");
}
