using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Practice.Stock;

/// <summary>Buttons of a lot's page.</summary>
public static class StockRoutes
{
    public static void MapStock(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/stock/lots/{id:guid}/quarantine", StockPolicy.Judge, (Guid id, [FromForm] string? reason, QuarantineLot use) => use.Handle(id, reason));
        routes.MapAction("/staff/stock/lots/{id:guid}/release", StockPolicy.Judge, (Guid id, [FromForm] string? reason, ReleaseLot use) => use.Handle(id, reason));
        routes.MapAction("/staff/stock/lots/{id:guid}/recall", StockPolicy.Judge, (Guid id, [FromForm] string? reason, RecallLot use) => use.Handle(id, reason));
        routes.MapAction("/staff/stock/lots/{id:guid}/count", StockPolicy.Judge, (Guid id, [FromForm] string? units, [FromForm] string? reason, CountLot use) => use.Handle(id, units, reason));
    }
}
