using Fibril.Pathway.Bookings;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Buttons of the board: the use cases of the visit's own pages, answered with the board.</summary>
internal static class BoardRoutes
{
    /// <summary>Address of the board.</summary>
    public const string Board = "/staff";

    /// <summary>Whether the board is what is shown at this path: its own, or one of its buttons' that was refused.</summary>
    public static bool IsBoard(string path) => path == Board || path.StartsWith($"{Board}/board/", StringComparison.Ordinal);

    public static void MapBoard(this IEndpointRouteBuilder routes)
    {
        routes.MapPress(BoardPress.Arrived, (Guid id, MarkArrived use) => StayAsync(use.Handle(id)));
        routes.MapPress(BoardPress.Left, (Guid id, MarkLeft use) => StayAsync(use.Handle(id)));
        routes.MapPress(BoardPress.CreamOff, (Guid id, TakeCreamOff use) => StayAsync(use.Handle(id)));
        routes.MapPress(BoardPress.Start, (Guid id, StartNeedling use) => StayAsync(use.Handle(id)));
        routes.MapPress(BoardPress.Finish, (Guid id, FinishNeedling use) => StayAsync(use.Handle(id)));
        routes.MapPress(BoardPress.Aftercare, (Guid id, GiveAftercare use) => StayAsync(use.Handle(id)));
        routes.MapGet("/staff/board/{**button}", () => Results.LocalRedirect(Board)).RequireAuthorization(JourneyPolicy.Board); // a refusal that is loaded again
    }

    private static void MapPress(this IEndpointRouteBuilder routes, BoardPress press, Delegate handler) =>
        routes.MapAction(press.Pattern, press.Policy, handler).WithMetadata(press, new RefusedOn(typeof(BoardRefusedPage)));

    private static async Task<FormResult?> StayAsync(Task<FormResult?> done) => await done is var result and not FormResult.GoTo ? result : FormResult.Go(Board);
}
