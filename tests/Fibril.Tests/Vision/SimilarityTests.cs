using Fibril.Vision;

namespace Fibril.Tests.Vision;

public class SimilarityTests
{
    private static readonly Similarity Move = Similarity.About(100, 50, 1.2, 30, 7, -4);

    [Fact]
    public void Middle_of_a_turn_moves_by_the_shift_alone() => Near((107, 46), Move.Apply(100, 50));

    [Fact]
    public void Way_there_and_back_leads_nowhere() => Near((12, 34), Move.Then(Move.Inverse()).Apply(12, 34));

    [Fact]
    public void Second_follows_the_first()
    {
        var other = Similarity.About(0, 0, 0.5, -90, 3, 3);
        var (x, y) = Move.Apply(12, 34);

        Near(other.Apply(x, y), Move.Then(other).Apply(12, 34));
    }

    [Fact]
    public void Scale_and_degrees_are_told()
    {
        Assert.Equal(1.2, Move.Scale, 9);
        Assert.Equal(30, Move.Degrees, 9);
    }

    [Fact]
    public void Rows_map_as_the_movement_does()
    {
        var rows = Move.ToRows();

        Near(Move.Apply(5, 6), ((rows[0][0] * 5) + (rows[0][1] * 6) + rows[0][2], (rows[1][0] * 5) + (rows[1][1] * 6) + rows[1][2]));
    }

    private static void Near((double X, double Y) expected, (double X, double Y) actual)
    {
        Assert.Equal(expected.X, actual.X, 9);
        Assert.Equal(expected.Y, actual.Y, 9);
    }
}
