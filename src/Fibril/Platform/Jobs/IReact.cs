namespace Fibril.Platform.Jobs;

/// <summary>A later stage listens to a fact of an earlier one. May be called again after a crash: the effect must be the same once or twice.</summary>
public interface IReact<in TFact>
{
    Task HandleAsync(TFact fact, CancellationToken stop);
}
