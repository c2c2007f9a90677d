using Fibril.Platform.Ui;
using Fibril.Practice.Staff.Hours;

namespace Fibril.Practice.Staff;

/// <summary>Buttons of a staff member's page.</summary>
public static class StaffRoutes
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/practice/staff/{id:guid}/invite", PracticePolicy.Change, (Guid id, InviteStaff use) => use.Handle(id));
        routes.MapAction("/staff/practice/staff/{id:guid}/leave", PracticePolicy.Change, (Guid id, LeaveStaff use) => use.Handle(id));
        routes.MapAction("/staff/practice/staff/{id:guid}/back", PracticePolicy.Change, (Guid id, DateOnly from, DateOnly to, TakeAwayBack use) => use.Handle(id, from, to));
    }
}
