using Fibril.Practice.Devices;
using Fibril.Practice.Prices;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Who and what the demo clinic works with.</summary>
public sealed record DemoTeam
{
    public required StaffMember Owner { get; init; }

    public required StaffMember Physician { get; init; }

    public required StaffMember Practitioner { get; init; }

    public required StaffMember Assistant { get; init; }

    public required StaffMember FrontDesk { get; init; }

    public required Device Pen { get; init; }

    public required PriceItem Price { get; init; }

    public required StockLot Cartridges { get; init; }

    /// <summary>The lot that is recalled in the end.</summary>
    public required StockLot RecalledCartridges { get; init; }

    public required StockLot Cream { get; init; }

    public required StockLot Gel { get; init; }
}
