using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Clinics;

/// <summary>Changes the clinic's settings.</summary>
public sealed class ChangeClinic(ClinicDb db, Caller caller)
{
    private const string HourWanted = "Write the hour as 09:00.";

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the clinic's name."), StringLength(120)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose the time zone.")]
        public string? TimeZone { get; set; }

        [Required(ErrorMessage = "Enter the country, and its part where law differs."), RegularExpression("[A-Z]{2}(-[A-Z0-9]{1,3})?", ErrorMessage = "Write it as GB-ENG, US-CA or DE.")]
        public string? Jurisdiction { get; set; }

        [Required(ErrorMessage = "Enter the currency."), RegularExpression("[A-Z]{3}", ErrorMessage = "Three letters, such as GBP.")]
        public string? Currency { get; set; }

        [StringLength(40)]
        public string? Phone { get; set; }

        [Required(ErrorMessage = "A patient must know whom to call at night."), StringLength(40)]
        public string? EmergencyPhone { get; set; }

        [Required(ErrorMessage = "Enter the number of the ambulance."), StringLength(20)]
        public string? AmbulanceNumber { get; set; }

        [RegularExpression(@"[^@\s]+@[^@\s]+", ErrorMessage = "This is no mail address."), StringLength(200)]
        public string? Email { get; set; }

        [StringLength(300)]
        public string? Address { get; set; }

        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? OpensAt { get; set; }

        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? ClosesAt { get; set; }

        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? QuietFrom { get; set; }

        [Required(ErrorMessage = HourWanted), RegularExpression(HourText.Pattern, ErrorMessage = HourWanted)]
        public string? QuietUntil { get; set; }

        [Required(ErrorMessage = "Enter the minutes."), Range(1, 240, ErrorMessage = "1 to 240 minutes.")]
        public int? CallNextAfterMinutes { get; set; }

        public int Version { get; set; }

        public static Input Of(Clinic c) => new()
        {
            Name = c.Name, TimeZone = c.TimeZone, Jurisdiction = c.Jurisdiction, Currency = c.Currency, Phone = c.Phone,
            EmergencyPhone = c.EmergencyPhone, AmbulanceNumber = c.AmbulanceNumber, Email = c.Email, Address = c.Address,
            OpensAt = c.OpensAt.ToText(), ClosesAt = c.ClosesAt.ToText(), QuietFrom = c.QuietFrom.ToText(), QuietUntil = c.QuietUntil.ToText(), CallNextAfterMinutes = c.CallNextAfterMinutes, Version = c.Version,
        };
    }

    public async Task<FormResult> Handle(Input input)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone!, out _))
        {
            return FormResult.Refuse("time-zone", "Choose a time zone of the list, such as Europe/London.");
        }

        if (Time(input.OpensAt) >= Time(input.ClosesAt))
        {
            return FormResult.Refuse("hours", "The clinic must open before it closes.");
        }

        var clinic = db.Seen(await db.Clinics.OneAsync(c => c.Id == caller.ClinicId), input.Version);
        (clinic.Name, clinic.TimeZone, clinic.Jurisdiction, clinic.Currency) = (input.Name!.Trim(), input.TimeZone!, input.Jurisdiction!, input.Currency!);
        (clinic.Phone, clinic.EmergencyPhone, clinic.AmbulanceNumber) = (Text(input.Phone), Text(input.EmergencyPhone), Text(input.AmbulanceNumber));
        (clinic.Email, clinic.Address) = (Text(input.Email), Text(input.Address));
        (clinic.OpensAt, clinic.ClosesAt) = (Time(input.OpensAt), Time(input.ClosesAt));
        (clinic.QuietFrom, clinic.QuietUntil) = (Time(input.QuietFrom), Time(input.QuietUntil));
        clinic.CallNextAfterMinutes = input.CallNextAfterMinutes!.Value;
        await db.SaveAsync(caller.Act("change clinic"));
        return FormResult.Go("/staff/practice");
    }

    private static string Text(string? text) => text?.Trim() ?? "";

    private static TimeOnly Time(string? text) => HourText.Read(text)!.Value;
}
