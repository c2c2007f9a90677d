using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Devices;

/// <summary>Adds a needling device, or changes one.</summary>
public sealed class SaveDevice(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the name that you call it by."), StringLength(120)]
        public string? Name { get; set; }

        [StringLength(120)]
        public string? Maker { get; set; }

        [StringLength(120)]
        public string? Model { get; set; }

        [StringLength(60)]
        public string? Serial { get; set; }

        [Required(ErrorMessage = "Choose the kind.")]
        public DeviceKind? Kind { get; set; }

        [Required(ErrorMessage = "Choose the energy.")]
        public DeviceEnergy? Energy { get; set; } = DeviceEnergy.None;

        [Required(ErrorMessage = "Choose what the label allows.")]
        public DeviceLabel? Label { get; set; } = DeviceLabel.None;

        [Range(1, 300, ErrorMessage = "1 to 300 strokes per second.")]
        public decimal? RateHz { get; set; }

        [Required(ErrorMessage = "Enter the deepest setting."), Range(0.1, 5.0, ErrorMessage = "0.1 to 5.0 mm.")]
        public decimal? MaxDepthMm { get; set; } = 2.5m;

        public DateOnly? ServiceDueOn { get; set; }

        public bool Retired { get; set; }

        public int Version { get; set; }

        public static Input Of(Device d) => new()
        {
            Name = d.Name, Maker = d.Maker, Model = d.Model, Serial = d.Serial, Kind = d.Kind, Energy = d.Energy, Label = d.Label,
            RateHz = d.RateHz, MaxDepthMm = d.MaxDepthMm, ServiceDueOn = d.ServiceDueOn, Retired = d.RetiredAt is not null, Version = d.Version,
        };
    }

    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        var device = id is null
            ? db.Add(new Device { Name = "", Kind = input.Kind!.Value }).Entity
            : db.Seen(await db.Devices.OneAsync(d => d.Id == id), input.Version);
        (device.Name, device.Maker, device.Model, device.Serial) = (input.Name!.Trim(), Text(input.Maker), Text(input.Model), Text(input.Serial));
        (device.Kind, device.Energy, device.Label) = (input.Kind!.Value, input.Energy!.Value, input.Label!.Value);
        (device.RateHz, device.MaxDepthMm, device.ServiceDueOn) = (input.RateHz, input.MaxDepthMm!.Value, input.ServiceDueOn);
        device.RetiredAt = input.Retired ? device.RetiredAt ?? caller.Now : null;
        await db.SaveAsync(caller.Act(id is null ? "add device" : "change device"));
        return FormResult.Go("/staff/practice/devices");
    }

    private static string Text(string? text) => text?.Trim() ?? "";
}
