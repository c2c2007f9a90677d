namespace Fibril.Platform.Data;

public abstract partial class ClinicDb
{
    /// <summary>The person worked from this version of the row: a save by somebody else since then is a lost race, not overwritten.</summary>
    public T Seen<T>(T row, int version) where T : ClinicRow
    {
        Entry(row).Property(r => r.Version).OriginalValue = version;
        return row;
    }

    /// <summary>
    /// Decides and saves in one turn of the clinic's writer: nobody else writes between the reading and the saving.
    /// For the few decisions that count something down; everything else relies on versions.
    /// </summary>
    /// <param name="decide">Reads, decides, and calls <see cref="SaveAsync"/> when it changes something.</param>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> decide, CancellationToken stop = default)
    {
        await using var turn = await WriteTurn.TakeAsync(this, stop);
        var answer = await decide();
        await turn.CommitAsync(stop);
        return answer;
    }
}
