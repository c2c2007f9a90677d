using Fibril.Platform.Data;
using Fibril.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Fibril.Tests.Platform.Data;

public class MigrationsTests(TestClinic clinic) : IClassFixture<TestClinic>
{
    [Fact]
    public async Task Migrations_say_what_the_running_model_says()
    {
        await clinic.InAsync(services =>
        {
            var db = services.GetRequiredService<ClinicDb>();
            var snapshot = db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model;
            snapshot = db.GetService<IModelRuntimeInitializer>().Initialize(((IMutableModel)snapshot).FinalizeModel());

            var differences = db.GetService<IMigrationsModelDiffer>()
                .GetDifferences(snapshot.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel());

            Assert.True(differences.Count == 0, "Run bin/migrate: " + string.Join("; ", differences.Select(Name)));
            return Task.CompletedTask;
        });
    }

    private static string Name(Microsoft.EntityFrameworkCore.Migrations.Operations.MigrationOperation operation) =>
        $"{operation.GetType().Name} {operation switch
        {
            Microsoft.EntityFrameworkCore.Migrations.Operations.ColumnOperation c => $"{c.Table}.{c.Name}",
            Microsoft.EntityFrameworkCore.Migrations.Operations.TableOperation t => t.Name,
            _ => "",
        }}";
}
