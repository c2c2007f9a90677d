using System.ComponentModel.DataAnnotations;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Products;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Aftercare;

/// <summary>The person checks a product at home against the last session: by its barcode, out of the clinic's list, or by its ingredients. Nothing is kept.</summary>
public sealed class CheckProduct(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [StringLength(30)]
        public string? Barcode { get; set; }

        [StringLength(20_000, ErrorMessage = "One product at a time: this text is too long.")]
        public string? Ingredients { get; set; }
    }

    /// <param name="Facts">Null before the first session.</param>
    public sealed record View(Session? Session, AftercareFacts? Facts, DateOnly Today, IReadOnlyList<SkinProduct> Listed);

    /// <param name="Product">Name on the clinic's list; null for a typed text.</param>
    public sealed record Checked(ProductAnswer? Answer, string? Product, FormResult Result);

    public async Task<View> OpenAsync(CancellationToken stop = default)
    {
        var clinic = await db.Clinics.AsNoTracking().FirstAsync(stop);
        var session = await db.Sessions.AsNoTracking().Where(s => s.PatientId == caller.Who.Id && s.NeedlingFinishedAt != null).OrderByDescending(s => s.NeedlingFinishedAt).FirstOrDefaultAsync(stop);
        var patient = await db.Patients.AsNoTracking().OneAsync(p => p.Id == caller.Who.Id, stop);
        var listed = await db.SkinProducts.AsNoTracking().Where(p => p.WithdrawnAt == null).OrderBy(p => p.Name).ToListAsync(stop);
        return new(session, session is null ? null : await SheetFacts.ReadAsync(db, session, patient, clinic, stop), clinic.DayOf(caller.Now), listed);
    }

    /// <summary>A barcode goes before typed ingredients, and ingredients are judged when the barcode is on no list.</summary>
    public async Task<Checked> Handle(Input input)
    {
        var view = await OpenAsync();
        var (typed, number) = (input.Ingredients?.Trim() ?? "", input.Barcode?.Trim() ?? "");
        if (number.Length > 0 && Barcode.Read(number) is { Problem: { } problem })
        {
            return Wrong(nameof(Input.Barcode), problem);
        }

        if (number.Length > 0 && view.Listed.FirstOrDefault(p => p.Gtin == Barcode.Read(number).Gtin) is { } product)
        {
            return Of(view, product);
        }

        return typed.Length > 0 ? new(Judge(view, typed), null, FormResult.Stay)
            : number.Length > 0 ? Wrong(nameof(Input.Ingredients), "This barcode is not on our list. Type or paste the ingredients as they stand on the pack.")
            : Wrong(nameof(Input.Ingredients), "Scan the barcode, or type or paste the ingredients.");
    }

    public static Checked Of(View view, SkinProduct product) => new(Judge(view, product.Ingredients), product.Name, FormResult.Stay);

    private static Checked Wrong(string field, string sentence) => new(null, null, FormResult.Wrong(field, sentence));

    private static ProductAnswer? Judge(View view, string label) => view.Facts is null ? null : ProductAnswer.Of(ProtocolPack.Current, label, view.Facts, view.Today);
}
