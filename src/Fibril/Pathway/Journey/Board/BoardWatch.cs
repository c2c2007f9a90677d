using System.Runtime.CompilerServices;
using Fibril.Platform.Data;
using Fibril.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Journey.Board;

/// <summary>Tells an open board that something was written in its clinic, by whichever node.</summary>
public sealed class BoardWatch(ClinicDb db, TimeProvider clock, IHostApplicationLifetime program)
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    /// <summary>So often the minutes on the board are shown anew, though nothing was written: looks.</summary>
    private const int LooksWithoutChange = 15;

    /// <summary>The number of the last entry of the journal: at once, with each change, and now and then without one. Ends with the request or the program.</summary>
    public async IAsyncEnumerable<long> Handle([EnumeratorCancellation] CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, program.ApplicationStopping);
        using PeriodicTimer timer = new(Between, clock);
        var (told, looks) = (-1L, 0);
        do
        {
            var last = await LastAsync(either.Token);
            if (last != told || ++looks >= LooksWithoutChange)
            {
                (told, looks) = (last, 0);
                yield return last;
            }
        }
        while (await NextAsync(timer, either.Token));
    }

    /// <summary>What somebody only looked at changes no board.</summary>
    private Task<long> LastAsync(CancellationToken stop) =>
        db.JournalEntries.Where(e => e.Kind == JournalKind.Write).OrderByDescending(e => e.Sequence).Select(e => e.Sequence).FirstOrDefaultAsync(stop);

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stop);
        }
        catch (OperationCanceledException)
        {
            return false; // the board was closed
        }
    }
}
