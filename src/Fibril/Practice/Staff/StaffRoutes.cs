using Fibril.Platform.Ui;

namespace Fibril.Practice.Staff;

/// <summary>Buttons of a staff member's page.</summary>
public static class StaffRoutes
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/practice/staff/{id:guid}/invite", PracticePolicy.Change, (Guid id, InviteStaff use) => use.Handle(id));
        routes.MapAction("/staff/practice/staff/{id:guid}/leave", PracticePolicy.Change, (Guid id, LeaveStaff use) => use.Handle(id));
    }
}
