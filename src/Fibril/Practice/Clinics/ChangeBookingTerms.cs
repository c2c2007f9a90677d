using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Clinics;

/// <summary>Changes what the clinic asks of those who book.</summary>
public sealed class ChangeBookingTerms(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Range(0, 100_000, ErrorMessage = "An amount, such as 50, or nothing.")]
        public decimal? Deposit { get; set; }

        [Range(0, 100_000, ErrorMessage = "An amount, such as 50, or nothing.")]
        public decimal? MissedFee { get; set; }

        [Required(ErrorMessage = "Enter the hours, 0 for up to the visit itself."), Range(0, 336, ErrorMessage = "0 to 336 hours.")]
        public int? FreeUntilHours { get; set; }

        [StringLength(600, ErrorMessage = "At most 600 characters.")]
        public string? Words { get; set; }

        public bool ByRequest { get; set; }

        public PrerequisiteLevel Consent { get; set; }

        public PrerequisiteLevel Telephone { get; set; }

        public int Version { get; set; }

        public static Input Of(Clinic clinic) => new()
        {
            Deposit = clinic.Booking.Deposit, MissedFee = clinic.Booking.MissedFee, FreeUntilHours = clinic.Booking.FreeUntilHours, Words = clinic.Booking.Words, ByRequest = clinic.Booking.ByRequest, Consent = clinic.Booking.Consent, Telephone = clinic.Booking.Telephone, Version = clinic.Version,
        };
    }

    public async Task<FormResult> Handle(Input input)
    {
        var clinic = db.Seen(await db.Clinics.OneAsync(c => c.Id == caller.ClinicId), input.Version);
        clinic.Booking = new()
        {
            Deposit = input.Deposit is 0 ? null : input.Deposit,
            MissedFee = input.MissedFee is 0 ? null : input.MissedFee,
            FreeUntilHours = input.FreeUntilHours!.Value,
            Words = input.Words?.Trim() ?? "",
            ByRequest = input.ByRequest,
            Consent = input.Consent,
            Telephone = input.Telephone,
        };
        await db.SaveAsync(caller.Act("change booking terms"));
        return FormResult.Go("/staff/practice");
    }
}
