using Fibril.Practice.Stock;
using Fibril.Tests.Support;

namespace Fibril.Tests.Practice.Stock;

internal static class StockData
{
    private static int count;

    public static async Task<StockLot> LotAsync(
        TestClinic clinic, int received = 10, DateOnly? expiresOn = null, Action<StockLot>? change = null, string? lotNumber = null, StockItem? item = null)
    {
        item ??= await clinic.AddAsync(new StockItem { Name = "Cartridge 12", Kind = StockKind.Cartridge, Needles = 12 });
        var lot = new StockLot
        {
            ItemId = item.Id,
            Lot = lotNumber ?? $"L{Interlocked.Increment(ref count)}",
            ExpiresOn = expiresOn ?? new DateOnly(2027, 12, 31),
            Received = received,
            ReceivedAt = TestClinic.Start.UtcDateTime,
        };
        lot.PutOnShelf();
        change?.Invoke(lot);
        return await clinic.AddAsync(lot);
    }
}
