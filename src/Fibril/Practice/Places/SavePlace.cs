using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Practice.Places;

/// <summary>Adds a chair or room, or changes one.</summary>
public sealed class SavePlace(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Enter a name, such as Room 1."), StringLength(80)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Choose what is done there.")]
        public PlaceKind? Kind { get; set; }

        [Required(ErrorMessage = "Enter the minutes."), Range(0, 120, ErrorMessage = "0 to 120 minutes.")]
        public int? TurnoverMinutes { get; set; } = 10;

        public bool Closed { get; set; }

        public int Version { get; set; }

        public static Input Of(Place p) => new() { Name = p.Name, Kind = p.Kind, TurnoverMinutes = p.TurnoverMinutes, Closed = p.ClosedAt is not null, Version = p.Version };
    }

    public async Task<FormResult> Handle(Guid? id, Input input)
    {
        var place = id is null
            ? db.Add(new Place { Name = "", Kind = input.Kind!.Value }).Entity
            : db.Seen(await db.Places.OneAsync(p => p.Id == id), input.Version);
        (place.Name, place.Kind, place.TurnoverMinutes) = (input.Name!.Trim(), input.Kind!.Value, input.TurnoverMinutes!.Value);
        place.ClosedAt = input.Closed ? place.ClosedAt ?? caller.Now : null;
        await db.SaveAsync(caller.Act(id is null ? "add place" : "change place"));
        return FormResult.Go("/staff/practice/places");
    }
}
