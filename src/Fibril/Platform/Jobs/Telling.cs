using Fibril.Platform.Jobs;

namespace Fibril.Platform.Data;

public abstract partial class ClinicDb
{
    /// <summary>States a fact with the next save; listeners of later stages hear it afterwards, at least once.</summary>
    public void Tell(object fact) => Add(OutboxFact.Of(fact, caller.Now));
}
