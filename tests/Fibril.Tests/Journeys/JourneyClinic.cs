using Fibril.Pathway.Journey.Demo;
using Fibril.Practice.Devices;
using Fibril.Practice.Places;
using Fibril.Practice.Prices;
using Fibril.Practice.Stock;
using Fibril.Tests.Support;

namespace Fibril.Tests.Journeys;

/// <summary>Rooms, a pen, a shelf and a price: what a clinic needs before anybody can be treated.</summary>
internal static class JourneyClinic
{
    public static async Task<DemoTeam> FurnishAsync(this TestClinic clinic)
    {
        await clinic.AddAsync(new Place { Name = "Numbing chair", Kind = PlaceKind.NumbingChair, TurnoverMinutes = 5 });
        await clinic.AddAsync(new Place { Name = "Room 1", Kind = PlaceKind.TreatmentRoom });
        await clinic.AddAsync(new Place { Name = "Consulting room", Kind = PlaceKind.ConsultationRoom });
        return new()
        {
            Owner = clinic.Owner,
            Physician = clinic.Physician,
            Practitioner = clinic.Practitioner,
            Assistant = clinic.Assistant,
            FrontDesk = clinic.FrontDesk,
            Pen = await clinic.AddAsync(new Device { Name = "Pen A", Kind = DeviceKind.Pen, Label = DeviceLabel.CeMedical, RateHz = 100, ServiceDueOn = clinic.Today.AddYears(2) }),
            Price = await clinic.AddAsync(new PriceItem { Name = "Needling, face", Amount = 180, Per = "session" }),
            Cartridges = await clinic.StockAsync(new() { Name = "Sterile cartridge, 12 needles", Kind = StockKind.Cartridge, Needles = 12 }, "C-2207"),
            RecalledCartridges = await clinic.StockAsync(new() { Name = "Sterile cartridge, 16 needles", Kind = StockKind.Cartridge, Needles = 16 }, "C-1990"),
            Cream = await clinic.StockAsync(new() { Name = "Lidocaine 4 % cream", Kind = StockKind.Anaesthetic, ProtocolId = "lidocaine-4" }, "L-51"),
            Gel = await clinic.StockAsync(new() { Name = "Sterile hyaluronic gel", Kind = StockKind.Serum, ProtocolId = "sterile-ha-gel" }, "G-8"),
        };
    }

    private static async Task<StockLot> StockAsync(this TestClinic clinic, StockItem item, string lot)
    {
        await clinic.AddAsync(item);
        var row = new StockLot { ItemId = item.Id, Lot = lot, ExpiresOn = clinic.Today.AddYears(2), Received = 50, ReceivedAt = clinic.Clock.GetUtcNow().UtcDateTime };
        row.PutOnShelf();
        return await clinic.AddAsync(row);
    }
}
