using Fibril.EndToEnd.Support;
using Fibril.Pathway;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Data;
using Fibril.Platform.Files;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Patients.Merging;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace Fibril.EndToEnd.Pages;

/// <summary>Every page of the program, on people of the demo who have something to show there.</summary>
internal sealed class DemoPages(RunningClinic clinic)
{
    private readonly PageBook book = new();

    public async Task<PageBook> WriteAsync()
    {
        book.Add("", "/", "/sign-in", "/sign-in/code", "/my/sign-in", "/my/sign-in/link", "/my/sign-in/sent", "/my/sign-in/who", "/join", "/setup", "/password/forgotten", "/password/new", "/password/sent", "/call", "/not-found", "/error", "/forbidden", "/demo/mail");
        await PracticeAsync();
        await PatientsAsync();
        await CourseAsync();
        await HourAsync();
        await PhotosAsync();
        await MineAsync();
        return book;
    }

    private async Task PracticeAsync()
    {
        var ids = await ReadAsync(async db => new
        {
            Place = await db.Places.Select(p => p.Id).FirstAsync(), Device = await db.Devices.Select(d => d.Id).FirstAsync(), Price = await db.PriceItems.Select(p => p.Id).FirstAsync(),
            Colleague = await db.StaffMembers.Select(s => s.Id).FirstAsync(), Item = await db.StockItems.Select(i => i.Id).FirstAsync(), Duty = await db.DutySpans.Select(d => d.Id).FirstAsync(), Product = await db.SkinProducts.Select(p => p.Id).FirstAsync(), Lot = await db.StockLots.Where(l => l.RecalledAt != null).Select(l => l.Id).SingleAsync(),
        });
        book.Add("owner", "/account", "/account/password", "/account/authenticator", "/account/authenticator/remove", "/account/recovery-codes");
        book.Add("owner", new Dictionary<string, object> { ["RuleId"] = "M21" }, "/staff/practice/protocol/rules/{RuleId}");
        book.Add("owner", "/staff/practice", "/staff/practice/clinic", "/staff/practice/booking", "/staff/practice/protocol", "/staff/practice/journal", "/staff/messages", "/staff/registry", "/staff/feeds");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Colleague }, "/staff/practice/staff", "/staff/practice/staff/new", "/staff/practice/staff/{Id:guid}", "/staff/practice/staff/{Id:guid}/limits", "/staff/practice/staff/{Id:guid}/hours", "/staff/practice/staff/{Id:guid}/away");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Duty }, "/staff/practice/duty", "/staff/practice/duty/new", "/staff/practice/duty/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Product }, "/staff/practice/products", "/staff/practice/products/new", "/staff/practice/products/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Place }, "/staff/practice/places", "/staff/practice/places/new", "/staff/practice/places/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Device }, "/staff/practice/devices", "/staff/practice/devices/new", "/staff/practice/devices/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Price }, "/staff/practice/prices", "/staff/practice/prices/new", "/staff/practice/prices/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Item }, "/staff/stock", "/staff/stock/receive", "/staff/stock/items/new", "/staff/stock/items/{Id:guid}");
        book.Add("owner", new Dictionary<string, object> { ["Id"] = ids.Lot, ["LotId"] = ids.Lot }, "/staff/stock/lots/{Id:guid}", "/staff/recall", "/staff/recall/{LotId:guid}");
        await RecallAsync();
    }

    private async Task RecallAsync()
    {
        var recall = await ReadAsync(db => db.LotRecalls.Select(r => r.Id).SingleAsync());
        await clinic.InAsync<TellRecallPeople, object>(async use => await use.Handle(recall, RecallRules.Draft("")));
        var told = await ReadAsync(db => (from r in db.RecallPeople join p in db.Patients on r.PatientId equals p.Id where r.MailedAt != null orderby r.Id select new { r.Id, p.Email }).FirstAsync());
        book.Add("owner", new Dictionary<string, object> { ["Id"] = recall }, "/staff/recalls/{Id:guid}", "/staff/recalls/{Id:guid}/report");
        book.Add(told.Email!.Split('@')[0], new Dictionary<string, object> { ["Id"] = told.Id }, "/my/notes/{Id:guid}");
    }

    private async Task PatientsAsync()
    {
        var (nagy, levi) = (await OfAsync("Nagy"), await OfAsync("Levi"));
        await clinic.InAsync<MergePatients, object>(async use => await use.Handle(nagy.PatientId, levi.PatientId, "One person, registered twice."));
        var merge = await ReadAsync(db => db.PatientMerges.Select(m => m.Id).FirstAsync());
        await clinic.InAsync<UploadCharts, object>(async use => await use.Handle([Chart()]));
        var batch = await ReadAsync(db => db.ImportBatches.Select(b => b.Id).FirstAsync());
        book.Add("physician", "/staff", "/staff/late", "/staff/visits/new", "/staff/patients", "/staff/patients/new", "/staff/patients/import", "/staff/diary", "/staff/recovery", "/staff/recovery/replies");
        book.Add("physician", new Dictionary<string, object> { ["BatchId"] = batch }, "/staff/patients/import/{BatchId:guid}");
        book.Add(
            "physician",
            new Dictionary<string, object> { ["Id"] = nagy.PatientId, ["PatientId"] = nagy.PatientId, ["MergeId"] = merge },
            "/staff/patients/{Id:guid}", "/staff/patients/{Id:guid}/chart", "/staff/patients/{Id:guid}/edit", "/staff/patients/{Id:guid}/history", "/staff/patients/{Id:guid}/merge", "/staff/patients/{Id:guid}/merge/{MergeId:guid}/undo",
            "/staff/patients/{PatientId:guid}/courses/new");
    }

    private async Task CourseAsync()
    {
        var (nagy, novak) = (await OfAsync("Nagy"), await OfAsync("Novak"));
        var asked = await ReadAsync(db => db.PrescriberQuestions.Where(q => q.CourseId == novak.Id).Select(q => q.Id).FirstAsync());
        var look = await ReadAsync(db => db.OutcomeVisits.Where(o => o.CourseId == nagy.Id && o.HeldAt == null).OrderBy(o => o.AfterDays).Select(o => o.Id).FirstAsync());
        const string of = "/staff/courses/{CourseId:guid}/";
        book.Add("physician", new Dictionary<string, object> { ["CourseId"] = nagy.Id, ["VisitId"] = look, ["ScaleId"] = "lemperle", ["QuestionId"] = "medicines" }, [
            .. new[] { "consultation", "screening", "consent", "plan", "bookings", "sessions", "aftercare", "recovery", "outcomes", "expectation", "consent/paper", "consent/print", "adverse-events/new" }.Select(p => of + p),
            .. new[] { "wish", "areas", "event", "check", "examination", "photos/new", "scores/{ScaleId}", "q/{QuestionId}", "q/{QuestionId}/item" }.Select(p => $"{of}consultation/{p}"),
            "/staff/outcomes/{VisitId:guid}",
        ]);
        book.Add("physician", new Dictionary<string, object> { ["RatingId"] = await PairAsync(nagy) }, "/staff/ratings", "/staff/ratings/{RatingId:guid}");
        book.Add("physician", new Dictionary<string, object> { ["CourseId"] = novak.Id, ["QuestionId"] = asked }, of + "screening", of + "screening/ask-prescriber", of + "prescriber/{QuestionId:guid}");
    }

    private async Task HourAsync()
    {
        var (howard, berg, red) = (await OfAsync("Howard"), await OfAsync("Berg"), await ReadAsync(db => db.CheckIns.Where(c => c.Level == "emergency").Select(c => new { c.Id, c.SessionId }).FirstAsync()));
        var (arrived, booked) = (await BookingAsync(howard.Id), await BookingAsync(berg.Id));
        await clinic.InAsync<OpenSession, object?>(async use => await use.Handle(arrived));
        async Task<Guid> SessionAsync(string family) => (await OfAsync(family)) is var course ? await ReadAsync(db => db.Sessions.Where(s => s.CourseId == course.Id).Select(s => s.Id).FirstAsync()) : default;
        book.Add("physician", new Dictionary<string, object> { ["Id"] = booked }, "/staff/bookings/{Id:guid}", "/staff/bookings/{Id:guid}/move", "/staff/bookings/{Id:guid}/day", "/staff/bookings/{Id:guid}/day/confirm");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Howard") }, "/staff/sessions/{Id:guid}", "/staff/sessions/{Id:guid}/cream");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Osei") }, "/staff/sessions/{Id:guid}");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Jimenez"), ["Zone"] = "cheek" }, "/staff/sessions/{Id:guid}", "/staff/sessions/{Id:guid}/zones/{Zone}", "/staff/sessions/{Id:guid}/marks");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Walsh") }, "/staff/sessions/{Id:guid}", "/staff/sessions/{Id:guid}/sign");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Moretti") }, "/staff/sessions/{Id:guid}", "/staff/sessions/{Id:guid}/amend");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = await SessionAsync("Dubois") }, "/staff/sessions/{Id:guid}");
        book.Add("physician", new Dictionary<string, object> { ["Id"] = red.Id, ["SessionId"] = red.SessionId }, "/staff/recovery/{Id:guid}", "/staff/sessions/{SessionId:guid}/report", "/staff/sessions/{SessionId:guid}/sheet");
        var harm = await ReadAsync(db => db.AdverseEvents.Select(h => h.Id).FirstAsync());
        book.Add("physician", new Dictionary<string, object> { ["Id"] = harm, ["Form"] = "med-watch" }, "/staff/adverse-events/{Id:guid}/form/{Form}");
    }

    private async Task PhotosAsync()
    {
        var course = (await OfAsync("Dubois")).Id;
        var photos = await ReadAsync(db => db.Photos.Where(p => p.CourseId == course).OrderBy(p => p.TakenAt).Select(p => p.Id).ToListAsync());
        await clinic.InAsync<KeepPhoto, object>(async use => await use.Handle(course, new() { View = PhotoView.Left45 }, new MemoryStream(Camera.File(new Shot { Who = new Person(3), Gain = 0.1 }))));
        var held = await ReadAsync(async db => (await db.Photos.Where(p => p.CourseId == course).ToListAsync()).Single(p => p.IsHeld).Id);
        var pair = new Dictionary<string, object> { ["CourseId"] = course, ["PhotoId"] = photos[0], ["BeforeId"] = photos[0], ["AfterId"] = photos[^1], ["Id"] = held };
        book.Add("physician", pair, "/staff/courses/{CourseId:guid}/photos", "/staff/photos/{AfterId:guid}/against/{BeforeId:guid}", "/staff/photos/{AfterId:guid}/against/{BeforeId:guid}/points", "/staff/photos/{PhotoId:guid}/zones", "/staff/photos/{Id:guid}/held");
        book.Add("cleo.dubois", "/my/photos");
    }

    private async Task MineAsync()
    {
        var (haddad, okafor, byrne, volkova) = (await OfAsync("Haddad"), await OfAsync("Okafor"), await OfAsync("Byrne"), await OfAsync("Volkova"));
        var treated = await ReadAsync(db => db.Sessions.Where(s => s.CourseId == haddad.Id).Select(s => new { s.Id, s.BookingId }).FirstAsync());
        var report = await ReadAsync(db => db.CheckIns.Where(c => c.CourseId == haddad.Id).Select(c => c.Id).FirstAsync());
        book.Add("yara.haddad", "/my", "/my/visits", "/my/progress", "/my/recovery", "/my/products", "/my/consultation/new", "/my/feed");
        book.Add("yara.haddad", new Dictionary<string, object> { ["CourseId"] = haddad.Id, ["SessionId"] = treated.Id, ["Id"] = treated.BookingId }, "/my/consultation/{CourseId:guid}", "/my/screening/{CourseId:guid}", "/my/plan/{CourseId:guid}", "/my/consent/{CourseId:guid}", "/my/aftercare/{SessionId:guid}", "/my/recovery/{SessionId:guid}", "/my/visits/{Id:guid}");
        book.Add("yara.haddad", new Dictionary<string, object> { ["Id"] = report }, "/my/recovery/reports/{Id:guid}");
        book.Add("ben.okafor", new Dictionary<string, object> { ["CourseId"] = okafor.Id, ["QuestionId"] = "medicines" }, new[] { "wish", "areas", "event", "q/{QuestionId}", "q/{QuestionId}/item", "check" }.Select(p => "/my/consultation/{CourseId:guid}/" + p));
        await clinic.InAsync<OpenConsent, object?>(async use => await use.Handle(byrne.Id));
        book.Add("liam.byrne", new Dictionary<string, object> { ["CourseId"] = byrne.Id, ["PageId"] = "what-it-is", ["QuestionId"] = "q-result" }, new[] { "", "/text", "/read/{PageId}", "/check/{QuestionId}", "/choices", "/sign" }.Select(p => "/my/consent/{CourseId:guid}" + p));
        var larsen = new Dictionary<string, object> { ["CourseId"] = (await OfAsync("Larsen")).Id };
        book.Add("desk", larsen, "/staff/courses/{CourseId:guid}/waiting");
        book.Add("hugo.larsen", larsen, "/my/waiting/{CourseId:guid}");
        book.Add("kira.volkova", new Dictionary<string, object> { ["CourseId"] = volkova.Id, ["Id"] = await HoldAsync(volkova.Id) }, "/my/visits/new/{CourseId:guid}", "/my/visits/{Id:guid}/confirm");
        book.Add("nils.berg", new Dictionary<string, object> { ["Id"] = await BookingAsync((await OfAsync("Berg")).Id) }, "/my/visits/{Id:guid}", "/my/visits/{Id:guid}/move");
    }

    /// <summary>Two photographs of a course, drawn for the physician to rate.</summary>
    private Task<Guid> PairAsync(Course course) => clinic.InAsync<IServiceProvider, Guid>(async services =>
    {
        var (db, caller, files) = (services.GetRequiredService<ClinicDb>(), services.GetRequiredService<Caller>(), services.GetRequiredService<FileStore>());
        var rater = await db.StaffMembers.AsNoTracking().SingleAsync(s => s.Email == "physician@demo.example");
        async Task<Guid> KeepAsync(int daysAgo)
        {
            using var skin = (Image.Black(400, 500, bands: 3) + new[] { 214.0, 172.0, 150.0 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
            var file = (await files.AddImageAsync(new MemoryStream(skin.JpegsaveBuffer()))).File!;
            return db.Add(new Photo { CourseId = course.Id, PatientId = course.PatientId, View = PhotoView.Front, TakenAt = caller.Now.AddDays(-daysAgo), TakenByName = rater.Name, FileId = file.Id }).Entity.Id;
        }

        var rating = db.Add(new BlindRating
        {
            CourseId = course.Id, PatientId = course.PatientId, BaselinePhotoId = await KeepAsync(130), FollowUpPhotoId = await KeepAsync(3), Seed = 1, BaselineOnLeft = true,
            RaterId = rater.Id, RaterName = rater.Name, TreatedByRater = true, DrawnAt = caller.Now,
        }).Entity;
        await db.SaveAsync(caller.Act("prepare pages"));
        return rating.Id;
    });

    private async Task<Guid> HoldAsync(Guid course)
    {
        var found = await clinic.InAsync<FindTimes, TimesFound?>(use => use.Handle(course, VisitKind.Session));
        await clinic.InAsync<HoldTime, object?>(async use => await use.Handle(course, VisitKind.Session, found!.Days.SelectMany(d => d.Offers).First().StartsAt));
        return await BookingAsync(course);
    }

    private Task<Guid> BookingAsync(Guid course) => ReadAsync(db => db.Bookings.Where(b => b.CourseId == course).OrderByDescending(b => b.StartsAt).Select(b => b.Id).FirstAsync());

    private Task<Course> OfAsync(string family) => ReadAsync(db => (from c in db.Courses.AsNoTracking() join p in db.Patients on c.PatientId equals p.Id where p.FamilyName == family select c).FirstAsync());

    private Task<T> ReadAsync<T>(Func<ClinicDb, Task<T>> read) => clinic.InAsync(read);

    private static FormFile Chart()
    {
        var text = """{"resourceType":"Bundle","type":"collection","entry":[{"resource":{"resourceType":"Patient","id":"p1","name":[{"family":"Chart","given":["Clara"]}],"gender":"female","birthDate":"1984-03-09"}}]}"""u8.ToArray();
        return new(new MemoryStream(text), 0, text.Length, "charts", "clara-chart.json");
    }
}
