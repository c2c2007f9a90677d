using System.Globalization;
using Fibril.Platform.Ui;

namespace Fibril.Pathway.Sessions;

/// <summary>The numbing cream before the signature: what was noted when it went on and came off stays as it is. Pure.</summary>
public static class CheckNumbing
{
    private const string Title = "Numbing";

    public static CheckSection Of(SessionWhole whole) => new(Title, whole.Session is { Cream: { } cream, CreamOnAt: { } on } ? [.. OfCream(whole, cream, on)] : [None(whole)]);

    private static IEnumerable<CheckRow> OfCream(SessionWhole whole, NumbingCream cream, DateTime on)
    {
        var (off, check) = (whole.Session.CreamOffAt, whole.State.Cream);
        yield return new("cream", "Cream", $"{whole.State.Anaesthetic.Name}, lot {cream.Lot}");
        yield return new("cream-amount", "Amount", $"{Number(cream.Grams)} g on {Number(cream.AreaCm2)} cm²");
        yield return new("cream-strength", "Strength", cream.AmideMgPerGram is { } strength ? CreamStrength.Of(whole.State.Anaesthetic, strength) : $"Not noted; counted as {CreamStrength.Of(whole.State.Anaesthetic, whole.State.Anaesthetic.AmideMgPerGram)}",
            Odd: cream.AmideMgPerGram is null && !whole.State.Anaesthetic.Labelled ? "The strength on the jar is not on record." : null);
        if (whole.State.Anaesthetic.PhysicianOnly)
        {
            yield return new("cream-order", "Ordered by", cream.Order is { } order ? $"{order.Physician.Name}: {order.Reason}" : "Nobody is named", Odd: cream.Order is null ? "This cream has no label, and no physician's order is on record." : null);
        }

        yield return new("cream-on", "On", $"{RecordCheck.At(whole, on)}{By(cream.By)}");
        yield return new("cream-off", "Off", off is { } at ? $"{RecordCheck.At(whole, at)}{By(cream.OffBy)}, after {Words.Count((int)(at - on).TotalMinutes, "minute")}" : "Not noted",
            off is null ? RecordCheck.Field(whole, "cream-off", "cream") : null, Odd: off is null ? "The cream is still on." : null);
        if (check is not null)
        {
            yield return new("cream-amide", "Amide on the skin", $"{Number(check.AppliedMg)} mg{(check.CeilingMg is { } most ? $" of at most {Number(Math.Floor(most))} mg" : "")}", Odd: off is null ? null : RecordCheck.Sentences(check.Decision));
        }
    }

    private static CheckRow None(SessionWhole whole) => whole.Session.Gate.FirstOrDefault(t => t.Item == SessionGate.NoCream) is { } choice
        ? new("cream", "Cream", $"None: {choice.Note} ({choice.ByName})")
        : new("cream", "Cream", "None", whole.Session.NeedlingStartedAt is null ? RecordCheck.Field(whole, "cream", "cream") : null, Odd: whole.State.WithCream ? "The plan asks for a numbing cream and none is on record." : null);

    private static string By(Doer? doer) => doer is null ? "" : $", {doer.Name}";

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
