using Fibril.Scheduling;

namespace Fibril.Tests.Scheduling.Greedy;

/// <summary>Bits against an array of truths.</summary>
public class RowTests
{
    [Theory]
    [InlineData(-7, 20)]
    [InlineData(0, 64)]
    [InlineData(100, 65)]
    [InlineData(-3, 300)]
    public void A_row_answers_as_an_array_of_truths_would(int first, int length)
    {
        var chance = new Random(length);
        var (row, truth) = (new Row(new(first, length)), new bool[length]);
        for (var n = 0; n < 3000; n++)
        {
            var from = first + chance.Next(-5, length + 5);
            var to = from + chance.Next(1, length);
            var inside = Enumerable.Range(from, to - from).Select(u => u - first).ToList();
            if (chance.Next(2) == 0)
            {
                var isFree = chance.Next(3) > 0;
                row.Set(from, to, isFree);
                inside.Where(u => u >= 0 && u < length).ToList().ForEach(u => truth[u] = isFree);
            }

            Assert.Equal(inside.TrueForAll(u => u >= 0 && u < length && truth[u]), row.IsFree(from, to));
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(64)]
    [InlineData(129)]
    public void Runs_and_reaches_are_what_looking_unit_by_unit_finds(int length)
    {
        var chance = new Random(length);
        for (var n = 0; n < 400; n++)
        {
            bool[] truth = [.. Enumerable.Range(0, length).Select(_ => chance.Next(5) > 0)];
            var (run, least) = (chance.Next(1, length), chance.Next(0, length));
            var most = least + chance.Next(0, 70);
            var (runs, reach) = (Of(truth), Of(truth));

            runs.KeepRuns(run);
            reach.Reach(least, most);

            for (var u = 0; u < length; u++)
            {
                Assert.Equal(Enumerable.Range(u, run).All(x => x < length && truth[x]), runs.IsFree(u, u + 1));
                Assert.Equal(Enumerable.Range(u + least, most - least + 1).Any(x => x < length && truth[x]), reach.IsFree(u, u + 1));
            }
        }
    }

    private static Row Of(bool[] truth)
    {
        var row = new Row(new(0, truth.Length));
        foreach (var (unit, _) in truth.Index().Where(t => t.Item))
        {
            row.Set(unit, unit + 1, isFree: true);
        }

        return row;
    }
}
