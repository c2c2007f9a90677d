using Fibril.Platform.Cli;
using Fibril.Practice.Protocols;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>What <c>fibril anaesthetic</c> answers.</summary>
/// <param name="Allowed">Nothing stands against it, the other creams of the day included.</param>
/// <param name="Reasons">Every reason against it.</param>
/// <param name="MinutesOnSkin">Whole minutes; null while only the amount is judged.</param>
/// <param name="Dwell">The minutes that hold for this skin.</param>
/// <param name="Limits">Other limits, in words.</param>
internal sealed record AnaestheticAnswer(
    string Product, string Name, bool Allowed, IReadOnlyList<Reason> Reasons,
    decimal Grams, decimal AppliedMg, decimal? AppliedMgPerKg, decimal? CeilingGrams, decimal? CeilingMg, decimal? ShareOfCeiling,
    int? MinutesOnSkin, Dwell Dwell, string Limits, string Grade, IReadOnlyList<string> Assumptions, IReadOnlyList<Source> Sources)
{
    /// <param name="ask">Without problems.</param>
    public static AnaestheticAnswer Of(ProtocolPack pack, AnaestheticAsk ask)
    {
        var product = pack.Anaesthetic(ask.Product);
        var check = AnaestheticGuard.Check(product, ask.Use);
        var others = ask.Others(pack).Select(o => (o.Product, Check: AnaestheticGuard.Check(o.Product, o.Use))).ToList();
        var decision = others.Aggregate(check.Decision, (all, o) => all.And(Named(o.Product, o.Check.Decision)))
            .And(AnaestheticGuard.Together([check, .. others.Select(o => o.Check)]));
        return new(
            product.Id, product.Name, decision.IsAllowed, decision.Reasons,
            ask.Use.Grams, check.AppliedMg, check.AppliedMgPerKg, check.CeilingGrams, check.CeilingMg, check.ShareOfCeiling,
            check.Clock?.MinutesOnSkin, product.DwellOn(ask.HasEczema), product.Limits, product.Grade, check.Assumptions,
            SourceLines.Cited(pack, [.. product.Sources, .. others.SelectMany(o => o.Product.Sources), .. decision.Reasons.Select(r => r.Source)]));
    }

    public IEnumerable<string> Lines(ProtocolPack pack) =>
    [
        Allowed ? $"Allowed: {Name}" : $"Not so: {Name}",
        .. Reasons.Select(r => $"  {r.Code}: {r.Sentence} [{r.Source}]"),
        "",
        $"  on the skin: {CliValues.Text(Grams)} g, {CliValues.Text(AppliedMg)} mg of amide{(AppliedMgPerKg is { } each ? $", {Short(each)} mg for each kilogram" : "")}",
        CeilingGrams is { } ceiling ? $"  ceiling: {Short(Math.Floor(ceiling * 100) / 100)} g, {Short(CeilingMg ?? 0)} mg; a limit to stay under, never a dose to aim at" : "  ceiling: none on file, or it cannot be worked out",
        .. ShareOfCeiling is { } share ? [$"  that is {CliValues.Text(Math.Round(share * 100))} % of the ceiling"] : Array.Empty<string>(),
        $"  time: {Dwell.MinMinutes} to {Dwell.MaxMinutes} minutes{(MinutesOnSkin is { } minutes ? $"; {minutes} so far" : "")}",
        $"  {Limits}",
        "",
        $"Assumptions (grade {Grade})",
        .. Assumptions.Count == 0 ? ["  none"] : Assumptions.Select(a => $"  {a}"),
        .. SourceLines.Of(pack, Sources.Select(s => s.Id)),
    ];

    /// <summary>Reasons against another cream say which one.</summary>
    private static Decision Named(AnaestheticProduct product, Decision decision) => Decision.From(decision.Reasons.Select(r => r with { Sentence = $"{product.Name}: {r.Sentence}" }));

    private static string Short(decimal number) => CliValues.Text(Math.Round(number, 2));
}
