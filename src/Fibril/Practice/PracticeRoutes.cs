using Fibril.Platform.Ui;
using Fibril.Practice.Duty;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;

namespace Fibril.Practice;

/// <summary>Addresses of the practice's buttons; its pages map themselves.</summary>
public static class PracticeRoutes
{
    public static void MapPractice(this IEndpointRouteBuilder routes)
    {
        routes.MapStock();
        routes.MapStaff();
        routes.MapAction("/staff/practice/duty/{id:guid}/withdraw", PracticePolicy.Change, (Guid id, WithdrawDuty use) => use.Handle(id));
    }
}
