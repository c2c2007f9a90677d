using Fibril.Pathway.Consultations;
using Fibril.Practice.Patients;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>How far a person of the demo has come; the order is the pathway's.</summary>
public enum Reach
{
    Registered,
    Answering,
    Answered,
    Reviewed,
    PlanDrafted,
    PlanAgreed,
    ConsentSigned,
    Booked,

    /// <summary>A session today, as far as <see cref="DemoPerson.Hour"/> says.</summary>
    Today,

    /// <summary>Sessions in the past.</summary>
    Treated,
}

/// <summary>What happens besides the plain way.</summary>
public enum Twist
{
    None,
    NotSuitable,
    WaitsForPrescriber,
    ConsentWithdrawn,
    ConsentStale,
    RedReport,
    AmberReport,
    GoodReport,
    StoppedEarly,

    /// <summary>Waits for a time on some afternoons.</summary>
    OnWaitingList,
}

/// <summary>One made-up person and how far the way has gone. Days are counted back from today.</summary>
public sealed record DemoPerson(string Given, string Family, int BornYear, Sex Sex, int Phototype, string Title, string Zone, string Indication, decimal DepthMm, Reach Reach)
{
    public Twist Twist { get; init; }

    /// <summary>Days ago of each session held, oldest first.</summary>
    public IReadOnlyList<int> SessionsAgo { get; init; } = [];

    public HourReach Hour { get; init; }

    /// <summary>Wished start of today's or the next visit: hour of the clinic's day.</summary>
    public double AtHour { get; init; } = 14;

    /// <summary>Days until the next visit, for those who are booked ahead.</summary>
    public int InDays { get; init; } = 5;

    public int Sessions { get; init; } = 3;

    /// <summary>Cartridge of the lot that is recalled.</summary>
    public bool Recalled { get; init; }

    /// <summary>Photographed before the first session and at each look at the result.</summary>
    public bool Photographed { get; init; }

    /// <summary>Looks at the result that were held, each rated.</summary>
    public IReadOnlyList<DemoResult> Results { get; init; } = [];

    public string Goal { get; init; } = "I would like my skin to look calmer and more even.";

    /// <summary>Answers other than "no", by question.</summary>
    public Func<DateOnly, IReadOnlyDictionary<string, AnswerItem[]>> Yes { get; init; } = _ => new Dictionary<string, AnswerItem[]>();

    public DateOnly BornOn => new(BornYear, 1 + (Given.Length * 7 % 12), 1 + (Family.Length * 5 % 28));
}
