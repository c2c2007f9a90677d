using Fibril.Pathway.Consultations;
using Fibril.Pathway.Journey.Demo.Faces;
using Fibril.Platform.Ui;
using Fibril.Vision;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Photographs a person of the demo: made-up faces, drawn, so that nobody's own is in the program.</summary>
internal sealed class DemoPhotos(Walker walker, DemoTeam team, PathwayWalk walk, DemoPerson person)
{
    /// <summary>Two, one after the other: what they differ is the error of the method.</summary>
    public async Task BaselineAsync()
    {
        await TakeAsync(Shot(1, 0));
        walker.Clock.Pass(2);
        await TakeAsync(Shot(1, 1));
        await walker.DrainAsync();
    }

    /// <param name="redness">What is left of the red spots, 0 to 1.</param>
    public Task FollowUpAsync(double redness, int number) => TakeAsync(Shot(redness, number + 1));

    private Shot Shot(double redness, int number) => new()
    {
        Who = new Person(person.BornYear),
        Spots = redness,
        Pose = Similarity.About(500, 500, 1 + (0.02 * number), 1.5 * number, 6 * number, -5 * number),
        LampFrom = 270 + (6 * number),
        Card = true,
        Seed = number + 3,
        Jpeg = 92,
    };

    private async Task TakeAsync(Shot shot)
    {
        using var image = new MemoryStream(Camera.File(shot));
        Walker.Went(await walker.AsAsync<KeepPhoto, FormResult>(team.Physician, u => u.Handle(walk.CourseId, new() { View = PhotoView.Front }, image)), "keep photo");
    }
}
