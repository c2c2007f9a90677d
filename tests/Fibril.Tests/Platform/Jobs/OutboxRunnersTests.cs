using Fibril.Platform.Data;
using Fibril.Platform.Jobs;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Tests.Platform.Jobs;

public class OutboxRunnersTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Several_runners_at_once_tell_every_fact_once()
    {
        for (var n = 0; n < 20; n++)
        {
            await clinic.AddAsync(OutboxFact.Of($"fact {n}", clinic.Clock.Now()));
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(clinic.DrainAsync)));

        var facts = await clinic.ReadAsync(db => db.Set<OutboxFact>().AsNoTracking().ToListAsync());
        Assert.All(facts, f => Assert.NotNull(f.DoneAt));
        Assert.All(facts, f => Assert.Equal(1, f.Attempts));
    }
}
