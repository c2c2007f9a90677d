namespace Fibril.Platform.Data;

public abstract partial class ClinicDb
{
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
