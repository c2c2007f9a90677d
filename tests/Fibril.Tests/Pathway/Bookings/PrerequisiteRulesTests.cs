using Fibril.Pathway.Bookings;
using Fibril.Practice.Clinics;

namespace Fibril.Tests.Pathway.Bookings;

public class PrerequisiteRulesTests
{
    private static readonly BookingFacts Bare = new() { Kind = VisitKind.Session, Today = new(2026, 6, 10) };

    /// <summary>By level: who may book without it, and whether with a reason only.</summary>
    [Theory]
    [InlineData(PrerequisiteLevel.Reminder, true, null, null)]
    [InlineData(PrerequisiteLevel.Reminder, false, null, null)]
    [InlineData(PrerequisiteLevel.SkippableWithReason, true, null, "why-missing")]
    [InlineData(PrerequisiteLevel.SkippableWithReason, false, "  ", "why-missing")]
    [InlineData(PrerequisiteLevel.SkippableWithReason, true, "signs at the door", null)]
    [InlineData(PrerequisiteLevel.SkippableWithReason, false, "signs at the door", null)]
    [InlineData(PrerequisiteLevel.StaffOnly, true, null, null)]
    [InlineData(PrerequisiteLevel.StaffOnly, false, "signs at the door", "consent-missing")]
    [InlineData(PrerequisiteLevel.Required, true, "signs at the door", "consent-missing")]
    [InlineData(PrerequisiteLevel.Required, false, "signs at the door", "consent-missing")]
    public void Level_says_who_books_without_it(PrerequisiteLevel level, bool isStaff, string? why, string? code)
    {
        var missing = PrerequisiteRules.Missing(Bare with { HasTelephone = true, Terms = new() { Consent = level } });

        Assert.Equal("consent-missing", Assert.Single(missing).Reason.Code);
        Assert.Equal(code, PrerequisiteRules.MayBook(missing, isStaff, why).Reasons.SingleOrDefault()?.Code);
    }

    [Fact]
    public void What_is_there_and_what_a_talk_needs_is_not_missing()
    {
        Assert.Empty(PrerequisiteRules.Missing(Bare with { ConsentValid = true, HasTelephone = true, Terms = Strict }));
        Assert.Empty(PrerequisiteRules.Missing(Bare with { Kind = VisitKind.Consultation, Terms = Strict }));
    }

    [Fact]
    public void Each_thing_has_its_own_level_and_its_own_way_on()
    {
        var missing = PrerequisiteRules.Missing(Bare with { Terms = new() { Consent = PrerequisiteLevel.Required, Telephone = PrerequisiteLevel.StaffOnly } });

        Assert.Equal(["consent-missing"], PrerequisiteRules.MayOffer(missing, isStaff: true).Reasons.Select(r => r.Code));
        Assert.Equal(["telephone-missing"], PrerequisiteRules.Open(missing, isStaff: true).Select(m => m.Reason.Code));
        Assert.EndsWith("Call the clinic, which can book it all the same.", PrerequisiteRules.MayOffer(missing, isStaff: false).Reasons[^1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Reason_has_its_length()
    {
        var missing = PrerequisiteRules.Missing(Bare with { Terms = new() { Consent = PrerequisiteLevel.SkippableWithReason } });

        Assert.True(PrerequisiteRules.MayBook(missing, isStaff: true, new('x', PrerequisiteRules.LongestWhy)).IsAllowed);
        Assert.Equal("why-long", PrerequisiteRules.MayBook(missing, isStaff: true, new('x', PrerequisiteRules.LongestWhy + 1)).Reasons.Single().Code);
    }

    private static BookingTerms Strict => new() { Consent = PrerequisiteLevel.Required, Telephone = PrerequisiteLevel.Required };
}
