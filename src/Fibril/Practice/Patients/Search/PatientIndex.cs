using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

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

    public static IReadOnlySet<string> GramsOf(Patient patient) =>
        OfNames(Folded.Words(patient.Name)).Concat(OfDigits(Folded.Digits(patient.Phone))).Concat(patient.Identifiers.Select(Of)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Trigrams of each word; two blanks before it let one letter find a beginning.</summary>
    public static IEnumerable<string> OfNames(IEnumerable<string> words) =>
        words.Select(w => $"  {w} ").SelectMany(w => Enumerable.Range(0, w.Length - 2).Select(i => w.Substring(i, 3)));

    /// <summary>Four digits in a row: three are too many people's.</summary>
    public static IEnumerable<string> OfDigits(string digits) =>
        Enumerable.Range(0, Math.Max(0, digits.Length - 3)).Select(i => string.Concat("+", digits.AsSpan(i, 4)));

    public static string Of(OtherIdentifier identifier) =>
        "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{identifier.System}|{identifier.Value}")))[..16];

    /// <summary>Brings the index up to what is about to be saved.</summary>
    internal static async Task FollowAsync(ClinicDb db, CancellationToken stop)
    {
        foreach (var entry in db.ChangeTracker.Entries<Patient>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList())
        {
            var patient = entry.Entity;
            patient.SearchText = TextOf(patient);
            var wanted = GramsOf(patient);
            var present = entry.State == EntityState.Added ? [] : await db.PatientGrams.Where(g => g.PatientId == patient.Id).ToListAsync(stop);
            db.RemoveRange(present.Where(g => !wanted.Contains(g.Gram)));
            db.AddRange(wanted.Except(present.Select(g => g.Gram)).Select(g => new PatientGram { ClinicId = db.ClinicId, Gram = g, PatientId = patient.Id }));
        }
    }
}
