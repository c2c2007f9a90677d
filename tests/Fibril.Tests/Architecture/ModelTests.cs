using Fibril.Platform.Data;
using Fibril.Practice.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Fibril.Tests.Architecture;

/// <summary>A clinic's rows lie together on both engines: its id leads every key and every index.</summary>
public class ModelTests
{
    /// <summary>Lookups that begin before the clinic is known, each with its reason.</summary>
    private static readonly Dictionary<string, string> BeforeTheClinic = new(StringComparer.Ordinal)
    {
        ["StaffMember(AccountId)"] = "a sign-in knows the account, not yet the clinic",
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public void Clinic_leads_every_key_and_index(string engine)
    {
        var owned = ModelOf(engine).GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IClinicOwned))).ToList();

        var wrong = owned.SelectMany(Wrong).Where(w => !BeforeTheClinic.ContainsKey(w)).ToList();

        Assert.True(owned.Count > 25);
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Index_without_the_clinic_is_caught() =>
        Assert.Contains("StaffMember(AccountId)", Wrong(ModelOf("sqlite").FindEntityType(typeof(StaffMember))!));

    [Theory]
    [MemberData(nameof(Engines))]
    public void Reads_of_every_clinic_owned_row_are_filtered(string engine) =>
        Assert.All(ModelOf(engine).GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IClinicOwned))), t => Assert.NotEmpty(t.GetDeclaredQueryFilters()));

    public static TheoryData<string> Engines => ["sqlite", "postgres"];

    private static IEnumerable<string> Wrong(IEntityType type)
    {
        var keys = type.GetKeys().Select(k => k.Properties).Concat(type.GetIndexes().Select(i => i.Properties));
        return keys.Where(p => p[0].Name != nameof(IClinicOwned.ClinicId)).Select(p => $"{type.ClrType.Name}({string.Join(", ", p.Select(x => x.Name))})");
    }

    private static IModel ModelOf(string engine)
    {
        var caller = new Caller(TimeProvider.System);
        using ClinicDb db = engine == "sqlite"
            ? new SqliteClinicDb(new DbContextOptionsBuilder<SqliteClinicDb>().UseSqlite("Data Source=model.db").Options, caller)
            : new PostgresClinicDb(new DbContextOptionsBuilder<PostgresClinicDb>().UseNpgsql("Host=model").Options, caller);
        return db.Model;
    }
}
