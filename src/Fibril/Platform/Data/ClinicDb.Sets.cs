using Fibril.Pathway;
using Fibril.Pathway.Aftercare;
using Fibril.Pathway.Bookings;
using Fibril.Pathway.Bookings.Feeds;
using Fibril.Pathway.Bookings.Waiting;
using Fibril.Pathway.Consents;
using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey.Recalls;
using Fibril.Pathway.Outcomes;
using Fibril.Pathway.Outcomes.Photos;
using Fibril.Pathway.Plans;
using Fibril.Pathway.Recovery;
using Fibril.Pathway.Screening;
using Fibril.Pathway.Sessions;
using Fibril.Platform.Files;
using Fibril.Platform.Journal;
using Fibril.Platform.Messages;
using Fibril.Practice.Clinics;
using Fibril.Practice.Devices;
using Fibril.Practice.Duty;
using Fibril.Practice.Patients;
using Fibril.Practice.Patients.Imports;
using Fibril.Practice.Patients.Merging;
using Fibril.Practice.Patients.Search;
using Fibril.Practice.Places;
using Fibril.Practice.Prices;
using Fibril.Practice.Products;
using Fibril.Practice.Protocols;
using Fibril.Practice.Staff;
using Fibril.Practice.Staff.Hours;
using Fibril.Practice.Stock;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Data;

/// <summary>The one knot: this file names every entity, so that the rest of the platform need not.</summary>
public abstract partial class ClinicDb
{
    public DbSet<JournalEntry> JournalEntries => Set<JournalEntry>();

    public DbSet<JournalHead> JournalHeads => Set<JournalHead>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<FileKey> FileKeys => Set<FileKey>();

    public DbSet<ClinicKey> ClinicKeys => Set<ClinicKey>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Clinic> Clinics => Set<Clinic>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<StaffLimits> StaffLimits => Set<StaffLimits>();

    public DbSet<StaffHours> StaffHours => Set<StaffHours>();

    public DbSet<DutySpan> DutySpans => Set<DutySpan>();

    public DbSet<Place> Places => Set<Place>();

    public DbSet<Device> Devices => Set<Device>();

    public DbSet<StockItem> StockItems => Set<StockItem>();

    public DbSet<StockLot> StockLots => Set<StockLot>();

    public DbSet<OpenedUnit> OpenedUnits => Set<OpenedUnit>();

    public DbSet<ReceivedSerial> ReceivedSerials => Set<ReceivedSerial>();

    public DbSet<LotUse> LotUses => Set<LotUse>();

    public DbSet<PriceItem> PriceItems => Set<PriceItem>();

    public DbSet<SkinProduct> SkinProducts => Set<SkinProduct>();

    public DbSet<ProtocolAdoption> ProtocolAdoptions => Set<ProtocolAdoption>();

    public DbSet<Patient> Patients => Set<Patient>();

    public DbSet<ChartEntry> ChartEntries => Set<ChartEntry>();

    public DbSet<PatientGram> PatientGrams => Set<PatientGram>();

    public DbSet<ImportBatch> ImportBatches => Set<ImportBatch>();

    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();

    public DbSet<PatientMerge> PatientMerges => Set<PatientMerge>();

    public DbSet<Course> Courses => Set<Course>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<Score> Scores => Set<Score>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<CandidacyScreening> Screenings => Set<CandidacyScreening>();

    public DbSet<PrescriberQuestion> PrescriberQuestions => Set<PrescriberQuestion>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<Booking> Bookings => Set<Booking>();

    public DbSet<Occupancy> Occupancies => Set<Occupancy>();

    public DbSet<CalendarFeed> CalendarFeeds => Set<CalendarFeed>();

    public DbSet<WaitingEntry> WaitingEntries => Set<WaitingEntry>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Amendment> Amendments => Set<Amendment>();

    public DbSet<AftercareSheet> AftercareSheets => Set<AftercareSheet>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<AdverseEvent> AdverseEvents => Set<AdverseEvent>();

    public DbSet<PhotoZone> PhotoZones => Set<PhotoZone>();

    public DbSet<HandAlignment> HandAlignments => Set<HandAlignment>();

    public DbSet<SkinChange> SkinChanges => Set<SkinChange>();

    public DbSet<RepeatShot> RepeatShots => Set<RepeatShot>();
    public DbSet<StaffCall> StaffCalls => Set<StaffCall>();

    public DbSet<ReportReply> ReportReplies => Set<ReportReply>();

    public DbSet<ReplyTemplate> ReplyTemplates => Set<ReplyTemplate>();

    public DbSet<OutcomeVisit> OutcomeVisits => Set<OutcomeVisit>();

    public DbSet<BlindRating> BlindRatings => Set<BlindRating>();

    public DbSet<RegistryExport> RegistryExports => Set<RegistryExport>();

    public DbSet<LotRecall> LotRecalls => Set<LotRecall>();

    public DbSet<RecallPerson> RecallPeople => Set<RecallPerson>();

    /// <summary>What is derived from rows and kept beside them follows in the same transaction.</summary>
    private Task FollowAsync() => PatientIndex.FollowAsync(this);
}
