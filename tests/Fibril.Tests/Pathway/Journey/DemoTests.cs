using Fibril.Pathway.Journey.Demo;
using Fibril.Platform.Cli;
using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Pathway.Journey;

public class DemoTests
{
    [Fact]
    public async Task Demo_is_made_once_and_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        string[] args = [$"--database={database.Connection}", $"--data={database.Directory}", "--jobs=off"];

        await DemoVerb.MakeAsync(args, TextWriter.Null);
        using var again = new StringWriter();
        await DemoVerb.MakeAsync(args, again);
        await using var app = Serve.Build(args);
        await using var scope = app.Services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<ClinicDb>().Patients.IgnoreQueryFilters().CountAsync();
        var answer = await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle();

        Assert.Equal(30, people);
        Assert.Contains("there already", again.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, answer!.Left);
        Assert.Equal(30, answer.Rows["patient"]);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<RemoveDemo>().Handle());
    }
}
