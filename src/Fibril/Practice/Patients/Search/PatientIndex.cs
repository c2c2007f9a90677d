using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Fibril.Practice.Patients.Search;

/// <summary>One piece by which a person is found: three letters of a name, four digits of a phone, a fingerprint of an identifier.</summary>
public sealed class PatientGram : IClinicOwned
{
    public required Guid ClinicId { get; init; }

    public required string Gram { get; init; }

    public required Guid PatientId { get; init; }
}

/// <summary>Keeps the pieces of every patient in step with the record, in the same transaction. Alike on both engines.</summary>
public static class PatientIndex
{
    /// <summary>Names, phone digits and birth date, folded.</summary>
    public static string TextOf(Patient patient) =>
        string.Join(' ', new[] { Folded.Of(patient.Name), Folded.Digits(patient.Phone), patient.BornOn.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture) }.Where(t => t.Length > 0));

    public static IReadOnlySet<string> GramsOf(string name, string? phone, IEnumerable<OtherIdentifier> identifiers) =>
        OfNames(Folded.Words(name)).Concat(OfDigits(Folded.Digits(phone))).Concat(identifiers.Select(Of)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Trigrams of each word; two blanks before it let one letter find a beginning.</summary>
    public static IEnumerable<string> OfNames(IEnumerable<string> words) =>
        words.Select(w => $"  {w} ").SelectMany(w => Enumerable.Range(0, w.Length - 2).Select(i => w.Substring(i, 3)));

    /// <summary>Four digits in a row: three are too many people's.</summary>
    public static IEnumerable<string> OfDigits(string digits) =>
        Enumerable.Range(0, Math.Max(0, digits.Length - 3)).Select(i => string.Concat("+", digits.AsSpan(i, 4)));

    public static string Of(OtherIdentifier identifier) =>
        "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identifier.System}|{identifier.Value}")))[..16];

    /// <summary>Brings the index up to what is about to be saved.</summary>
    internal static Task FollowAsync(ClinicDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<Patient>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var patient = entry.Entity;
            patient.SearchText = TextOf(patient);
            var wanted = GramsOf(patient.Name, patient.Phone, patient.Identifiers);
            IReadOnlySet<string> present = entry.State == EntityState.Added ? new HashSet<string>() : GramsBefore(entry);
            db.RemoveRange(present.Except(wanted).Select(g => Row(db, g, patient.Id)));
            db.AddRange(wanted.Except(present).Select(g => Row(db, g, patient.Id)));
        }

        return Task.CompletedTask;
    }

    /// <summary>What the record said is what the index holds: no search by person is needed, and no index that would tempt the planner.</summary>
    private static IReadOnlySet<string> GramsBefore(EntityEntry<Patient> entry) => GramsOf(
        $"{entry.OriginalValues[nameof(Patient.GivenName)]} {entry.OriginalValues[nameof(Patient.FamilyName)]}",
        (string?)entry.OriginalValues[nameof(Patient.Phone)],
        (List<OtherIdentifier>)entry.OriginalValues[nameof(Patient.Identifiers)]!);

    private static PatientGram Row(ClinicDb db, string gram, Guid patientId) => new() { ClinicId = db.ClinicId, Gram = gram, PatientId = patientId };
}
