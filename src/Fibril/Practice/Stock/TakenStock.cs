using Fibril.Protocol;

namespace Fibril.Practice.Stock;

/// <summary>What was taken, copied at that moment, so that a session's history cannot change under it.</summary>
/// <param name="Kind">The stock kind in kebab case: "cartridge", "anaesthetic", "serum".</param>
/// <param name="Unit">Serial or running number; null when no single unit was opened.</param>
/// <param name="ProtocolId">Id of the protocol's vocabulary; null for cartridges.</param>
public sealed record TakenStock(Guid LotId, string Item, string Kind, string Lot, DateOnly ExpiresOn, string? Unit, string? ProtocolId, int? Needles)
{
    public static TakenStock Of(StockItem item, StockLot lot, string? unit) =>
        new(lot.Id, item.Name, item.Kind.ToString().ToLowerInvariant(), lot.Lot, lot.ExpiresOn, unit, item.ProtocolId, item.Needles);
}

/// <summary>Taken, or refused with the reasons.</summary>
public sealed record StockAnswer(Decision Decision, TakenStock? Taken)
{
    public static StockAnswer Refuse(Decision decision) => new(decision, null);

    public static StockAnswer NoSuchLot() =>
        new(Decision.Refuse(new Reason("no-such-lot", "This lot is not on the shelf. Receive it first.", "clinic")), null);
}
