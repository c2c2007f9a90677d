using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Microsoft.AspNetCore.Mvc;

namespace Fibril.Pathway.Journey.Recalls;

/// <summary>Buttons of the recall's pages. Who judges a lot starts, writes and ends; who prepares sessions may call people and write down what they say.</summary>
public static class RecallRoutes
{
    public static void MapRecalls(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/recall/drill", JourneyPolicy.Recall, (StartDrill use) => use.Handle());
        routes.MapAction("/staff/recall/{lotId:guid}/start", StockPolicy.Judge, (Guid lotId, [FromForm] string? reason, StartRecall use) => use.Handle(lotId, false, reason));
        routes.MapAction("/staff/recall/{lotId:guid}/practise", JourneyPolicy.Recall, (Guid lotId, StartRecall use) => use.Handle(lotId, true, null));
        const string recall = "/staff/recalls/{id:guid}";
        routes.MapAction($"{recall}/quarantine", StockPolicy.Judge, (Guid id, SetRecalledAside use) => use.Handle(id));
        routes.MapAction($"{recall}/tell", StockPolicy.Judge, (Guid id, [FromForm] string? text, TellRecallPeople use) => use.Handle(id, text));
        routes.MapAction($"{recall}/call-back", StockPolicy.Judge, (Guid id, CallBackRecallMails use) => use.Handle(id));
        routes.MapAction($"{recall}/late", JourneyPolicy.Recall, (Guid id, AddLatePeople use) => use.Handle(id));
        routes.MapAction($"{recall}/end", StockPolicy.Judge, (Guid id, [FromForm] string? reason, EndRecall use) => use.Handle(id, reason));
        routes.MapAction($"{recall}/people/{{personId:guid}}/reached", JourneyPolicy.Recall, (Guid id, Guid personId, [FromForm] Reach how, MarkReached use) => use.Handle(id, personId, how));
        routes.MapAction($"{recall}/people/{{personId:guid}}/answered", JourneyPolicy.Recall, (Guid id, Guid personId, [FromForm] string? words, NoteAnswer use) => use.Handle(id, personId, words));
        routes.MapAction("/my/notes/{id:guid}/confirm", JourneyPolicy.Home, (Guid id, [FromForm] string? words, ConfirmNote use) => use.Handle(id, words));
    }
}
