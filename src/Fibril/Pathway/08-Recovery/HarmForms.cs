using System.Globalization;
using Fibril.Pathway.Consultations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Stock;
using Fibril.Protocol;

namespace Fibril.Pathway.Recovery;

/// <summary>
/// Lays a record of harm out in the order in which an authority's form asks, to be copied into it. What the record does not hold
/// stays blank and is never guessed. Source: knowledge base 9.2.
/// </summary>
public static class HarmForms
{
    public static HarmForm Of(HarmFormKind kind, HarmFile file) => kind == HarmFormKind.MedWatch ? MedWatch(file) : YellowCard(file);

    private static HarmForm MedWatch(HarmFile f) => new("FDA MedWatch, form 3500A or 3500",
    [
        new("A", "Patient", Person(f, [new("Ethnicity, race", null)])),
        new("B", "Event", [.. Event(f), new("Tests and laboratory", null), new("History", History(f))]),
        new("C", "Suspect product", Product(f)),
        .. Devices(f).Select((lines, n) => new HarmBlock("D", n == 0 ? "Suspect device" : "Suspect device, second", lines)),
        new("E", "First reporter", [.. Reporter(f), new("Also sent to the FDA by the reporter", null)]),
        new("F", "User facility or importer only",
        [
            new("Report number of the facility", null), new("Facility", Blank(f.Clinic.Name)), new("Address", Blank(f.Clinic.Address)), new("Telephone", Blank(f.Clinic.Phone)), new("Contact", f.Harm.RecordedByName),
            new("Became aware on", Day(f.Clinic.DayOf(f.Report?.ReportedAt ?? f.Harm.RecordedAt))), new("First report or follow-up", null), new("Age of the device", null),
            new("Event codes: patient, device", null), new("Sent to the FDA on", null), new("Sent to the maker on", null), new("Where the event happened", null), new("Maker", Blank(f.Device?.Maker)),
        ]),
        new("G", "Manufacturer only", [new("Left to the manufacturer", null)]),
    ]);

    private static HarmForm YellowCard(HarmFile f) => new("Yellow Card, MHRA",
    [
        new("", "Patient", Person(f, [new("Initials", string.Concat(new[] { f.Patient.GivenName, f.Patient.FamilyName }.Where(n => n.Length > 0).Select(n => n[..1])))])),
        .. Devices(f).Select((lines, n) => new HarmBlock("", n == 0 ? "Suspected device" : "Suspected device, second", lines)),
        new("", "Suspected product", Product(f)),
        new("", "What happened", Event(f)),
        new("", "Other medicines and history", [new("Other medicines", Told(f, AnswerItemKind.Medicine)), new("History", History(f)), new("Tests", null)]),
        new("", "Reporter", Reporter(f)),
    ]);

    private static List<HarmLine> Person(HarmFile f, IEnumerable<HarmLine> more) =>
    [
        new("Code in the clinic", $"P-{f.Patient.Id.ToString("N")[^8..].ToUpperInvariant()}"),
        new("Age at the event", $"{f.Patient.AgeOn(f.Harm.OnsetOn)} years"),
        new("Born on", Day(f.Patient.BornOn)),
        new("Sex", f.Patient.Sex == Practice.Patients.Sex.Unknown ? null : Words.Of(f.Patient.Sex)),
        new("Weight", f.Patient.WeightKg is { } kg ? string.Create(CultureInfo.CurrentCulture, $"{kg:0.#} kg") : null),
        .. more,
    ];

    private static List<HarmLine> Event(HarmFile f) =>
    [
        new("What it is", NameOf(f.Harm)),
        new("How severe", Words.Of(f.Harm.Severity)),
        new("Outcome that makes it serious", f.Harm.SeriousBecause.Count > 0 ? string.Join(", ", f.Harm.SeriousBecause.Select(Words.Of)) : f.Harm.IsSerious ? null : "Not serious, by the clinic's record"),
        new("Began on", Day(f.Harm.OnsetOn)),
        new("Date of this report", Day(f.On)),
        new("What happened", Blank(f.Harm.Narrative)),
        new("What was done", Blank(f.Harm.Action)),
        new("How it ended", f.Harm.Outcome is { } end ? Words.Of(end) : null),
        new("Session", f.Session is { } s ? $"Microneedling, session {s.Number} of {Day(s.HeldOn)}: {SignWords.Areas(s)}" : null),
    ];

    /// <summary>A cream, serum or the like; a cartridge stands among the devices.</summary>
    private static List<HarmLine> Product(HarmFile f)
    {
        var used = IsCartridge(f) ? null : f.Used;
        return
        [
            new("Name and strength", used?.Item),
            new("Maker", null),
            new("Dose, frequency, route", used is not null && f.Session?.Cream is { } cream && cream.LotId == used.LotId ? string.Create(CultureInfo.CurrentCulture, $"{cream.Grams:0.#} g on {cream.AreaCm2:0} cm², once, on the skin") : null),
            new("Used on", used is null ? null : Day(f.Session!.HeldOn)),
            new("Used for", used is null ? null : used.Kind),
            new("Lot", used?.Lot),
            new("Expiry", used is null ? null : Day(used.ExpiresOn)),
            new("Product number", used is null ? null : f.Item?.Gtin),
            new("Better after it was left out; back when used again", null),
            new("Other products of the session", Others(f)),
        ];
    }

    private static List<List<HarmLine>> Devices(HarmFile f)
    {
        List<List<HarmLine>> all = [];
        if (f.Device is { } d)
        {
            all.Add(Device(f, d.Name, $"Microneedling {Words.Of(d.Kind).ToLowerInvariant()}", d.Maker, d.Model, d.Serial, null, null, null));
        }

        if (IsCartridge(f) && f.Used is { } used)
        {
            // The unit in the record may be our own running number, which is no serial.
            all.Add(Device(f, used.Item, "Sterile needle cartridge, single use", null, null, null, used.Lot, Udi(f), used.ExpiresOn));
        }

        return all.Count > 0 ? all : [Device(f, null, null, null, null, null, null, null, null)];
    }

    private static List<HarmLine> Device(HarmFile f, string? brand, string? common, string? maker, string? model, string? serial, string? lot, string? udi, DateOnly? expires) =>
    [
        new("Brand name", Blank(brand)), new("Common name", common), new("Maker", Blank(maker)), new("Model", Blank(model)), new("Catalogue number", null), new("Serial number", Blank(serial)),
        new("Lot", Blank(lot)), new("UDI", udi), new("Expiry", expires is { } day ? Day(day) : null),
        new("Operator", brand is not null && f.Session?.SignedByName is { } name ? $"{name}, who signed the session" : null),
        new("Implanted, explanted", null), new("Single-use device that was reprocessed", null), new("Kept for evaluation", null),
    ];

    private static List<HarmLine> Reporter(HarmFile f) =>
    [
        new("Name", f.Harm.RecordedByName), new("Clinic", Blank(f.Clinic.Name)), new("Address", Blank(f.Clinic.Address)), new("Telephone", Blank(f.Clinic.Phone)), new("Mail", Blank(f.Clinic.Email)),
        new("Health professional, occupation", null),
    ];

    /// <summary>As the pack said it, else put together from what is known of it. Source: GS1 General Specifications.</summary>
    private static string? Udi(HarmFile f) =>
        f.Lot?.Scan is { Length: > 0 } scan ? scan
        : f is { Item.Gtin: { Length: > 0 } gtin, Lot: { } lot } ? $"(01){gtin}(17){lot.ExpiresOn.ToString("yyMMdd", CultureInfo.InvariantCulture)}(10){lot.Lot}"
        : null;

    private static bool IsCartridge(HarmFile f) => f.Item?.Kind == StockKind.Cartridge || f.Used?.Kind.Contains("cartridge", StringComparison.OrdinalIgnoreCase) == true;

    private static string? Others(HarmFile f) =>
        f.Session is null ? null : Blank(string.Join("; ", f.Session.InUse.Where(u => u.LotId != f.Harm.LotId).Select(u => $"{u.Item}, lot {u.Lot}")));

    private static string? History(HarmFile f) => Told(f, AnswerItemKind.Condition, AnswerItemKind.Allergy, AnswerItemKind.Pregnancy);

    private static string? Told(HarmFile f, params AnswerItemKind[] kinds) => Blank(string.Join("; ", f.Told.Where(t => kinds.Contains(t.Kind)).Select(t => t.Words)));

    private static string NameOf(AdverseEvent harm) => ProtocolPack.Current.AdverseEventTypes.FirstOrDefault(t => t.Id == harm.Type)?.Name ?? harm.Type;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
