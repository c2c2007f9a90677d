using System.Net;
using System.Text.Json;
using Fibril.Pathway;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Merging;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Practice.Patients;

public class MergePatientsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Merge_moves_every_row_counts_courses_on_and_fills_blanks()
    {
        var (keep, gone) = await TwoAsync();

        await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(keep.Id, gone.Id, "same passport"), clinic.Owner);

        var courses = await clinic.ReadAsync(db => db.Courses.Where(c => c.PatientId == keep.Id).OrderBy(c => c.Number).Select(c => c.Title).ToListAsync());
        var patient = await clinic.ReadAsync(db => db.Patients.SingleAsync(p => p.Id == keep.Id));
        Assert.Equal(["kept", "moved"], courses);
        Assert.Equal(0, await clinic.ReadAsync(db => db.ChartEntries.CountAsync(e => e.PatientId == gone.Id)));
        Assert.Equal(("555-7777", "kept@example.org"), (patient.Phone, patient.Email));
        Assert.Contains(new OtherIdentifier("urn:other", "42"), patient.Identifiers);
    }

    [Fact]
    public async Task Undo_restores_exactly_what_was()
    {
        var (keep, gone) = await TwoAsync();
        var before = await DumpAsync(keep.Id, gone.Id);

        await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(keep.Id, gone.Id, "same passport"), clinic.Owner);
        Assert.NotEqual(before, await DumpAsync(keep.Id, gone.Id));
        await UndoAsync(keep.Id);

        Assert.Equal(before, await DumpAsync(keep.Id, gone.Id));
    }

    [Fact]
    public async Task Undo_keeps_what_was_written_since()
    {
        var (keep, gone) = await TwoAsync();
        await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(keep.Id, gone.Id, "same passport"), clinic.Owner);
        var later = await clinic.AddAsync(new Course { PatientId = keep.Id, Number = 3, Title = "since", OpenedAt = clinic.Clock.GetUtcNow().UtcDateTime });
        await clinic.InAsync(async services =>
        {
            var db = (ClinicDb)services.GetService(typeof(ClinicDb))!;
            (await db.Patients.SingleAsync(p => p.Id == keep.Id)).Phone = "555-9999";
            await db.SaveAsync(((Caller)services.GetService(typeof(Caller))!).Act("edit"));
        });

        await UndoAsync(keep.Id);

        Assert.Equal(keep.Id, await clinic.ReadAsync(db => db.Courses.Where(c => c.Id == later.Id).Select(c => c.PatientId).SingleAsync()));
        Assert.Equal("555-9999", await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == keep.Id).Select(p => p.Phone).SingleAsync()));
    }

    [Fact]
    public async Task Merges_are_undone_in_reverse_order()
    {
        var (first, second) = await TwoAsync();
        var (third, _) = await TwoAsync();
        await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(first.Id, second.Id, "one"), clinic.Owner);
        await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(third.Id, first.Id, "two"), clinic.Owner);

        Assert.IsType<FormResult.Refused>(await UndoAsync(first.Id));
        Assert.IsType<FormResult.GoTo>(await UndoAsync(third.Id));
        Assert.IsType<FormResult.GoTo>(await UndoAsync(first.Id));
    }

    [Fact]
    public async Task Record_is_not_merged_with_itself()
    {
        var (keep, _) = await TwoAsync();

        Assert.IsType<FormResult.Refused>(await clinic.UseAsync<MergePatients, FormResult>(u => u.Handle(keep.Id, keep.Id, "x"), clinic.Owner));
    }

    [Fact]
    public async Task Pages_compare_merge_and_undo()
    {
        var (keep, gone) = await TwoAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.Owner);

        await browser.GetAsync($"/staff/patients/{keep.Id}/merge?with={gone.Id}");
        Assert.Contains("555-7777", browser.Text, StringComparison.Ordinal);
        await browser.PressAsync("Merge", ("Reason", "same person at the desk"));
        Assert.Equal(keep.Id, await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == gone.Id).Select(p => p.MergedIntoId).SingleAsync()));

        await browser.GetAsync($"/staff/patients/{keep.Id}/merge");
        await browser.FollowAsync("Undo this merge");
        await browser.PressAsync("Undo the merge", ("Reason", "two sisters"));
        Assert.Null(await clinic.ReadAsync(db => db.Patients.Where(p => p.Id == gone.Id).Select(p => p.MergedIntoId).SingleAsync()));
    }

    [Fact]
    public async Task Front_desk_may_not_merge()
    {
        var (keep, _) = await TwoAsync();
        using var browser = await Browser.OfAsync(clinic, clinic.FrontDesk);

        await browser.GetAsync($"/staff/patients/{keep.Id}/merge");

        Assert.DoesNotContain("merge", browser.Address.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.InternalServerError, browser.Status);
    }

    private async Task<FormResult> UndoAsync(Guid survivor)
    {
        var merge = await clinic.ReadAsync(db => db.PatientMerges.SingleAsync(m => m.SurvivorId == survivor && m.UndoneAt == null));
        return await clinic.UseAsync<UndoMerge, FormResult>(u => u.Handle(merge.Id, "two people"), clinic.Owner);
    }

    private async Task<(Patient Keep, Patient Gone)> TwoAsync()
    {
        var tag = Guid.NewGuid().ToString("N")[..6];
        var keep = TestData.Patient("Keep", tag);
        keep.Email = "kept@example.org";
        var gone = TestData.Patient("Gone", tag);
        (gone.Phone, gone.Identifiers) = ("555-7777", [new("urn:other", "42")]);
        await clinic.CreateCourseAsync(keep, "kept");
        await clinic.CreateCourseAsync(gone, "moved");
        await clinic.AddAsync(new ChartEntry { PatientId = gone.Id, Kind = ChartKind.Condition, Display = "Asthma", Source = "c#/entry/1" });
        return (keep, gone);
    }

    /// <summary>Every value of every row of the two, but for the version counters.</summary>
    private Task<string> DumpAsync(params Guid[] ids) => clinic.ReadAsync(async db =>
    {
        var rows = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (ClinicRow row in await db.Patients.Where(p => ids.Contains(p.Id)).ToListAsync())
        {
            Keep(db, rows, row);
        }

        foreach (ClinicRow row in (await db.Courses.Where(c => ids.Contains(c.PatientId)).ToListAsync()).Cast<ClinicRow>().Concat(await db.ChartEntries.Where(e => ids.Contains(e.PatientId)).ToListAsync()))
        {
            Keep(db, rows, row);
        }

        var grams = await db.PatientGrams.Where(g => ids.Contains(g.PatientId)).Select(g => g.PatientId + g.Gram).OrderBy(g => g).ToListAsync();
        return JsonSerializer.Serialize(rows) + string.Join(',', grams.Order(StringComparer.Ordinal));
    });

    private static void Keep(ClinicDb db, SortedDictionary<string, object?> rows, ClinicRow row)
    {
        foreach (var property in db.Entry(row).Properties.Where(p => p.Metadata.Name != nameof(ClinicRow.Version)))
        {
            rows[$"{row.GetType().Name} {row.Id} {property.Metadata.Name}"] = property.CurrentValue;
        }
    }
}
