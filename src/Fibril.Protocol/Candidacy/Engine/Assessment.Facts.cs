namespace Fibril.Protocol;

/// <content>The facts, each with its word of the vocabulary, and the one that is judged now.</content>
internal sealed partial class Assessment
{
    private Entry<ConditionEntry>[] conditions = new Entry<ConditionEntry>[8];
    private Entry<MedicineEntry>[] medicines = new Entry<MedicineEntry>[8];
    private Entry<ProductEntry>[] products = new Entry<ProductEntry>[8];
    private Entry<ProcedureEntry>[] procedures = new Entry<ProcedureEntry>[8];
    private Entry<AllergyEntry>[] allergies = new Entry<AllergyEntry>[8];
    private Entry<MeasurementEntry>[] measurements = new Entry<MeasurementEntry>[8];
    private Entry<TopicalEntry>[] topicals = new Entry<TopicalEntry>[8];
    private ulong answered;
    private int at;

    /// <summary>Brown marks recorded, now or ever.</summary>
    public bool Pih { get; private set; }

    /// <summary>Questions that apply and that nobody answered, one bit each.</summary>
    public ulong Open { get; private set; }

    /// <summary>The condition that is judged now.</summary>
    public ConditionFact Condition => File.Conditions![at];

    /// <summary>The medicine that is judged now.</summary>
    public MedicineFact Medicine => File.Medicines![at];

    /// <summary>Its word of the vocabulary.</summary>
    public MedicineEntry MedicineEntry => medicines[at].Value;

    /// <summary>The product that is judged now.</summary>
    public ProductFact Product => File.Products![at];

    /// <summary>Its word of the vocabulary.</summary>
    public ProductEntry ProductEntry => products[at].Value;

    /// <summary>The procedure that is judged now.</summary>
    public ProcedureFact Procedure => File.Procedures![at];

    /// <summary>The measurement that is judged now.</summary>
    public MeasurementFact Measurement => File.Measurements![at];

    /// <summary>The topical that is judged now.</summary>
    public TopicalEntry Topical => topicals[at].Value;

    /// <summary>The question that is judged now.</summary>
    public Question Question => Index.Questions.All[at];

    private int ProcedureCount => File.Procedures?.Count ?? 0;

    private void ReadFacts()
    {
        Pih = false;
        ReadConditions();
        Read(File.Medicines, Index.Medicines, ref medicines, m => m.Id);
        Read(File.Products, Index.Products, ref products, p => p.Id);
        Read(File.Procedures, Index.Procedures, ref procedures, p => p.Id);
        Read(File.Allergies, Index.Allergies, ref allergies, a => a.Id);
        Read(File.Measurements, Index.Measurements, ref measurements, m => m.Id);
        Read(Plan.Topicals, Index.Topicals, ref topicals, id => id);
        Open = Index.Questions.Open(File, answered);
        AddIf(File.Exposures is not null, Index.OnExposure);
        AddIf(File.Screening is not null, Index.OnScreening);
        AddIf(File.Pregnancy is not null || File.Breastfeeding is not null, Index.OnPregnancy);
        AddIf(Open != 0, Index.OnQuestion);
    }

    private void AddIf(bool there, in RuleSet rules)
    {
        if (there)
        {
            candidates.Add(rules);
        }
    }

    private void ReadConditions()
    {
        if (File.Conditions is not { Count: > 0 } list)
        {
            return;
        }

        Fit(ref conditions, list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var entry = conditions[i] = Index.Conditions[list[i].Id];
            candidates.Add(entry.Rules);
            answered |= entry.Answers[(int)list[i].Status];
            Pih |= list[i] is { Id: "pih", Status: not ConditionStatus.Family };
        }
    }

    private void Read<TFact, TWord>(IReadOnlyList<TFact>? list, Entries<TWord> words, ref Entry<TWord>[] into, Func<TFact, string> idOf)
        where TWord : VocabularyEntry
    {
        if (list is not { Count: > 0 })
        {
            return;
        }

        Fit(ref into, list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            var entry = into[i] = words[idOf(list[i])];
            candidates.Add(entry.Rules);
            answered |= entry.Answers[0];
        }
    }

    private static void Fit<T>(ref T[] array, int count)
    {
        if (count > array.Length)
        {
            Array.Resize(ref array, count * 2);
        }
    }
}
