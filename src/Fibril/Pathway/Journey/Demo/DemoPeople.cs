using static Fibril.Practice.Patients.Sex;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Thirty made-up people at every step of the pathway; today is full, one recovery is red, one lot was recalled.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        // Before the first session
        new("Ana", "Torres", 1991, Female, 3, "Acne scars, cheeks", "cheek", "acne-scar", 1.2m, Reach.Registered),
        new("Ben", "Okafor", 1988, Male, 6, "Acne scars, temples", "temple", "acne-scar", 0.7m, Reach.Answering),
        new("Chen", "Li", 1979, Female, 4, "Fine lines around the eyes", "periorbital", "fine-wrinkles", 0.3m, Reach.Answered) { Yes = DemoAnswers.RetinolYesterday },
        new("Dara", "Nolan", 1967, Female, 2, "Lines on the upper lip", "perioral", "fine-wrinkles", 0.5m, Reach.Answered) { Yes = DemoAnswers.ColdSores },
        new("Emil", "Novak", 1958, Male, 2, "Scar on the chin", "chin", "texture", 1.0m, Reach.Answered) { Yes = DemoAnswers.Apixaban, Twist = Twist.WaitsForPrescriber },
        new("Faye", "Adeyemi", 1994, Female, 6, "Neck lines", "neck", "fine-wrinkles", 0.5m, Reach.Reviewed) { Yes = DemoAnswers.Keloid, Twist = Twist.NotSuitable },
        new("Gita", "Rao", 1992, Female, 5, "Uneven tone", "forehead", "uneven-tone", 0.5m, Reach.Reviewed) { Yes = DemoAnswers.Pregnant },
        new("Hugo", "Larsen", 1985, Male, 1, "Acne scars, forehead", "forehead", "acne-scar", 0.8m, Reach.PlanAgreed) { Twist = Twist.OnWaitingList },
        new("Ines", "Costa", 1983, Female, 3, "Enlarged pores, nose", "nose-tip", "pores", 0.5m, Reach.PlanDrafted),
        new("Jon", "Baker", 1996, Male, 2, "Acne scars, cheeks", "cheek", "acne-scar", 1.2m, Reach.ConsentSigned) { Yes = DemoAnswers.IsotretinoinFiveMonthsAgo },
        new("Kira", "Volkova", 1990, Female, 2, "Texture, cheeks", "cheek", "texture", 0.8m, Reach.ConsentSigned),
        new("Liam", "Byrne", 1996, Male, 1, "Acne scars, chin", "chin", "acne-scar", 1.2m, Reach.ConsentSigned) { Twist = Twist.ConsentWithdrawn },
        new("Mei", "Tanaka", 1972, Female, 3, "Fine lines, forehead", "forehead", "fine-wrinkles", 0.5m, Reach.ConsentSigned) { Twist = Twist.ConsentStale },
        new("Nils", "Berg", 1981, Male, 2, "Acne scars, cheeks", "cheek", "acne-scar", 1.5m, Reach.Booked) { InDays = 2, AtHour = 10 },
        new("Olga", "Petrova", 1969, Female, 2, "Décolletage lines", "decolletage", "fine-wrinkles", 0.5m, Reach.Booked) { InDays = 6, AtHour = 15 },

        // Today
        new("Pia", "Moretti", 1986, Female, 3, "Acne scars, cheeks", "cheek", "acne-scar", 1.2m, Reach.Today) { AtHour = 8.5, Hour = HourReach.Signed },
        new("Quinn", "Walsh", 1993, Other, 2, "Texture, cheeks", "cheek", "texture", 0.8m, Reach.Today) { AtHour = 9.25, Hour = HourReach.Finished },
        new("Rosa", "Jimenez", 1989, Female, 4, "Acne scars, cheeks", "cheek", "acne-scar", 1.0m, Reach.Today) { AtHour = 10, Hour = HourReach.Needling },
        new("Sam", "Osei", 1995, Male, 5, "Acne scars, jawline", "jawline", "acne-scar", 0.8m, Reach.Today) { AtHour = 10.5, Hour = HourReach.Numbing },
        new("Tess", "Howard", 1978, Female, 2, "Fine lines, cheeks", "cheek", "fine-wrinkles", 0.5m, Reach.Today) { AtHour = 10.75, Hour = HourReach.Arrived },
        new("Uma", "Shah", 1990, Female, 5, "Acne scars, cheeks", "cheek", "acne-scar", 1.0m, Reach.Today) { AtHour = 13, Hour = HourReach.Expected },
        new("Vera", "Lind", 1982, Female, 2, "Texture, chin", "chin", "texture", 0.8m, Reach.Today) { AtHour = 14.5, Hour = HourReach.Expected },

        // After sessions
        new("Wim", "Visser", 1974, Male, 2, "Acne scars, cheeks", "cheek", "acne-scar", 1.5m, Reach.Treated) { SessionsAgo = [2], Twist = Twist.RedReport },
        new("Xenia", "Popov", 1987, Female, 3, "Texture, cheeks", "cheek", "texture", 0.8m, Reach.Treated) { SessionsAgo = [3], Twist = Twist.AmberReport, Recalled = true },
        new("Yara", "Haddad", 1991, Female, 4, "Acne scars, cheeks", "cheek", "acne-scar", 1.0m, Reach.Treated) { SessionsAgo = [1], Twist = Twist.GoodReport },
        new("Zoe", "Martin", 1998, Female, 2, "Acne scars, temples", "temple", "acne-scar", 0.7m, Reach.Treated) { SessionsAgo = [7], Recalled = true },
        new("Aron", "Katz", 1980, Male, 3, "Acne scars, cheeks", "cheek", "acne-scar", 1.5m, Reach.Treated) { SessionsAgo = [71, 40], Recalled = true },
        new("Bela", "Nagy", 1975, Female, 2, "Fine lines, forehead", "forehead", "fine-wrinkles", 0.5m, Reach.Treated) { SessionsAgo = [125, 95, 64], Results = [new(30, 2, 2)] },
        new("Cleo", "Dubois", 1984, Female, 3, "Acne scars, cheeks", "cheek", "acne-scar", 1.2m, Reach.Treated) { SessionsAgo = [300, 270, 240], Photographed = true, Results = [new(30, 3, 3), new(90, 2, 2), new(180, 1, 2)] },
        new("Dov", "Levi", 1971, Male, 2, "Texture, cheeks", "cheek", "texture", 0.8m, Reach.Treated) { SessionsAgo = [130], Twist = Twist.StoppedEarly },
    ];
}
