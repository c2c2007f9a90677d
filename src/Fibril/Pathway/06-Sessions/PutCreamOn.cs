using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Fibril.Practice.Stock;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Sessions;

/// <summary>The numbing cream goes on: product, lot, grams, area; the clock starts.</summary>
public sealed class PutCreamOn(ClinicDb db, Caller caller, UseLot use)
{
    public sealed class Input
    {
        [Required(ErrorMessage = "Choose the lot that is on the tube.")]
        public string? LotId { get; set; }

        [Required(ErrorMessage = "Write the grams.")]
        [Range(0.1, 200, ErrorMessage = "Grams are between 0.1 and 200.")]
        public decimal? Grams { get; set; }

        [Required(ErrorMessage = "Write the area under the cream.")]
        [Range(1, 5000, ErrorMessage = "The area is between 1 and 5000 cm².")]
        public decimal? AreaCm2 { get; set; }

        /// <summary>Amide in the jar of a compounded cream, in <see cref="Unit"/>; a labelled cream brings its own.</summary>
        public decimal? Strength { get; set; }

        public StrengthUnit? Unit { get; set; }

        /// <summary>The physician who ordered a cream without a label; empty when nobody did.</summary>
        public string? OrderedById { get; set; }

        [StringLength(300)]
        public string? OrderReason { get; set; }
    }

    /// <returns>Null when there is no such session.</returns>
    public async Task<FormResult?> Handle(Guid sessionId, Input input) => await db.InTurnAsync<FormResult?>(async () =>
    {
        if (await SessionReader.LoadAsync(db, caller, sessionId) is not { } whole)
        {
            return null;
        }

        var lot = Guid.TryParse(input.LotId, out var chosen) ? chosen : Guid.Empty;
        var item = await db.StockLots.Where(l => l.Id == lot).Join(db.StockItems, l => l.ItemId, i => i.Id, (_, i) => i).FirstOrDefaultAsync();
        if (ProtocolPack.Current.Anaesthetics.FirstOrDefault(p => p.Id == item?.ProtocolId) is not { } product)
        {
            return FormResult.Refuse("not-an-anaesthetic", "This lot is no numbing cream that the protocol knows.");
        }

        if (CreamStrength.Problem(product, input.Strength, input.Unit) is { } wrong)
        {
            return FormResult.Wrong(wrong.Field, wrong.Sentence);
        }

        var physician = product.PhysicianOnly ? await OrdererAsync(input.OrderedById) : null;
        if (physician is not null && string.IsNullOrWhiteSpace(input.OrderReason))
        {
            return FormResult.Wrong(nameof(Input.OrderReason), "Write why this cream was ordered.");
        }

        var cream = new NumbingCream(product.Id, lot, "", input.Grams!.Value, input.AreaCm2!.Value, Doer.Of(caller))
        {
            AmideMgPerGram = CreamStrength.MgPerGram(product, input.Strength, input.Unit),
            Order = physician is null ? null : new(new(physician.Id, physician.Name), input.OrderReason!.Trim()),
        };
        var decision = SessionRules.MayPutCreamOn(whole.State, product, whole.State.Plan(product, cream))
            .And(physician is null ? Decision.Allow() : CreamOrderRules.MayOrder(physician, whole.Session.HeldOn));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var answer = await use.Handle(lot, sessionId);
        if (answer.Taken is not { } taken)
        {
            return FormResult.Refuse(answer.Decision);
        }

        whole.Session.PutCreamOn(cream with { LotId = taken.LotId, Lot = taken.Lot }, caller.Now);
        whole.Session.Use(new(taken.LotId, taken.Item, taken.Kind, taken.Lot, taken.ExpiresOn, taken.Unit, By: Doer.Of(caller)));
        await db.SaveAsync(caller.Act("put cream on"));
        return FormResult.Go(SessionLinks.Of(sessionId, "cream"));
    });

    private async Task<StaffMember?> OrdererAsync(string? id) =>
        Guid.TryParse(id, out var who) ? await db.StaffMembers.AsNoTracking().FirstOrDefaultAsync(s => s.Id == who) : null;
}

/// <summary>The cream comes off; the clock stops.</summary>
public sealed class TakeCreamOff(ClinicDb db, Caller caller)
{
    /// <returns>Null when there is no such session.</returns>
    public Task<FormResult?> Handle(Guid sessionId) =>
        ChangeSession.DoAsync(db, caller, sessionId, "take cream off", "cream", w => SessionRules.MayTakeCreamOff(w.Session), s => s.TakeCreamOff(caller.Now, Doer.Of(caller)));
}
