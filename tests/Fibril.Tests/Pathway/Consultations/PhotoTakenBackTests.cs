using Fibril.Pathway.Consultations;

namespace Fibril.Tests.Pathway.Consultations;

public class PhotoTakenBackTests
{
    private static readonly DateTime Now = new(2026, 6, 1, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Taken_out_with_all_comes_back_with_all_and_taken_out_alone_stays_out()
    {
        var (alone, withAll) = (Photo(), Photo());
        alone.Disallow(PhotoUse.Record, Now);
        foreach (var photo in new[] { alone, withAll })
        {
            photo.TakeBackForAll(PhotoUse.Record, Now.AddDays(1));
            photo.TakeBackForAll(PhotoUse.Record, Now.AddDays(2));
        }

        Assert.Equal((true, true, Now), (alone.IsOutOfRecord, withAll.IsOutOfRecord, alone.Choice(PhotoUse.Record)!.WithdrawnAt));
        alone.AllowForAll(PhotoUse.Record);
        withAll.AllowForAll(PhotoUse.Record);
        Assert.Equal((true, false), (alone.IsOutOfRecord, withAll.IsOutOfRecord));
    }

    [Fact]
    public void What_was_allowed_alone_goes_with_all_and_what_was_forbidden_alone_stays_so()
    {
        var (allowed, forbidden) = (Photo(), Photo());
        allowed.Allow(PhotoUse.Teaching, Now);
        forbidden.Disallow(PhotoUse.Teaching, Now);
        foreach (var photo in new[] { allowed, forbidden })
        {
            photo.TakeBackForAll(PhotoUse.Teaching, Now);
            photo.AllowForAll(PhotoUse.Teaching);
        }

        Assert.Null(allowed.Choice(PhotoUse.Teaching));
        Assert.False(forbidden.Choice(PhotoUse.Teaching)!.Stands);
    }

    private static Photo Photo() => new() { CourseId = default, PatientId = default, View = PhotoView.Front, TakenAt = Now, TakenByName = "Pia", FileId = default };
}
