#pragma warning disable RS0030 // a ticket belongs to no clinic, so no act of a clinic can sign it
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Access;

/// <summary>Gives out and takes back <see cref="Ticket"/>s.</summary>
public sealed class Tickets(ClinicDb db, TimeProvider clock)
{
    private const int MostWrongCodes = 5;

    private IQueryable<Ticket> All => db.Set<Ticket>().AsNoTracking();

    public DateTime Now => clock.Now();

    /// <summary>256 bits of chance, fit for an address.</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string NewCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public static string Fold(string email) => email.Trim().ToLowerInvariant();

    /// <summary>Six digits alone are soon tried through, so their hash is bound to the ticket.</summary>
    public static string HashCode(Guid ticket, string code) => Hash($"{ticket:N}:{code}");

    /// <summary>Adds it to the context; kept with the next save.</summary>
    public void Add(Ticket ticket) => db.Add(ticket);

    /// <summary>Keeps what was added when there is no clinic's act to keep it with.</summary>
    public Task SaveAsync(CancellationToken stop = default) => db.SaveChangesAsync(stop);

    public Task<Ticket?> FindAsync(TicketKind kind, string? token)
    {
        var hash = Hash(token ?? "");
        return All.FirstOrDefaultAsync(t => t.Kind == kind && t.TokenHash == hash);
    }

    public Task<Ticket?> LatestOfBrowserAsync(string browser)
    {
        var hash = Hash(browser);
        return All.Where(t => t.Kind == TicketKind.SignIn && t.BrowserHash == hash).OrderByDescending(t => t.MadeAt).ThenByDescending(t => t.Id).FirstOrDefaultAsync();
    }

    public Task<int> CountAsync(TicketKind kind, string email, TimeSpan within)
    {
        var since = clock.Now() - within;
        return All.CountAsync(t => t.Kind == kind && t.Email == email && t.MadeAt > since);
    }

    /// <summary>False when somebody was first or time has run out: the database decides, so two clicks use it once.</summary>
    public async Task<bool> UseAsync(Ticket ticket)
    {
        var now = clock.Now();
        return await db.Set<Ticket>().Where(t => t.Id == ticket.Id && t.UsedAt == null && t.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.UsedAt, now)) == 1;
    }

    public Task<int> CloseAsync(Ticket ticket)
    {
        var now = clock.Now();
        return db.Set<Ticket>().Where(t => t.Id == ticket.Id && t.ClosedAt == null).ExecuteUpdateAsync(s => s.SetProperty(t => t.ClosedAt, now));
    }

    /// <summary>Takes one try at the six digits; after five wrong ones the code is worth nothing.</summary>
    public async Task<bool> TryCodeAsync(Ticket ticket, string code)
    {
        var tried = await db.Set<Ticket>().Where(t => t.Id == ticket.Id && t.WrongCodes < MostWrongCodes)
            .ExecuteUpdateAsync(s => s.SetProperty(t => t.WrongCodes, t => t.WrongCodes + 1)) == 1;
        var expected = ticket.CodeHash ?? Hash("");
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashCode(ticket.Id, code)), Encoding.ASCII.GetBytes(expected)) && tried;
    }

    /// <summary>False when this secret was taken before.</summary>
    public async Task<bool> TakeOnceAsync(string secret, TimeSpan remembered)
    {
        db.Add(new Ticket { Kind = TicketKind.CodeUsed, TokenHash = Hash(secret), Email = "", MadeAt = Now, ExpiresAt = Now + remembered });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
