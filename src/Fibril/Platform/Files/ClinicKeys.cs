using System.Security.Cryptography;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Files;

/// <summary>The key under which a clinic's file keys are wrapped; itself wrapped by the installation's master key, <c>keys/master.key</c>.</summary>
public sealed class ClinicKeys(IServiceScopeFactory scopes, Settings settings)
{
    private readonly Lazy<byte[]> master = new(() => KeyFile.Open(settings, "master.key"));

    /// <summary>The clinic's key, made on first use.</summary>
    /// <exception cref="InvalidDataException">It was wrapped by another master key than the one that lies in the data folder.</exception>
    public async Task<byte[]> OpenAsync(ClinicDb db, CancellationToken stop)
    {
        var row = await db.ClinicKeys.AsNoTracking().FirstOrDefaultAsync(stop) ?? await MakeAsync(db.ClinicId, stop);
        if (row.MasterId != MasterId)
        {
            throw new InvalidDataException($"keys/master.key is not the key ({row.MasterId}) that this clinic's files were stored with. Put it back from your backup.");
        }

        return SealedBytes.Unwrap(row.Wrapped, master.Value, Owner(db.ClinicId));
    }

    private string MasterId => Convert.ToHexStringLower(SHA256.HashData(master.Value).AsSpan(0, 8));

    /// <summary>In a scope of its own: the key must stand before, and whether or not, the caller saves.</summary>
    private async Task<ClinicKey> MakeAsync(Guid clinic, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caller = scope.ServiceProvider.GetRequiredService<Caller>();
        caller.ActAsSystem(clinic);
        var db = scope.ServiceProvider.GetRequiredService<ClinicDb>();
        return await db.InTurnAsync(async () =>
        {
            if (await db.ClinicKeys.FirstOrDefaultAsync(stop) is { } other)
            {
                return other;
            }

            var wrapped = SealedBytes.Wrap(RandomNumberGenerator.GetBytes(SealedBytes.KeySize), master.Value, Owner(clinic));
            var row = db.Add(new ClinicKey { Wrapped = wrapped, MasterId = MasterId, CreatedAt = caller.Now }).Entity;
            await db.SaveAsync(caller.Act("make clinic key"), stop);
            return row;
        }, stop);
    }

    private static string Owner(Guid clinic) => $"clinic:{clinic:N}";
}
