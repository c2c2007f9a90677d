using System.Text.Json;
using Fibril.Platform.Cli;

namespace Fibril.Tests.Practice.Patients;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fibril-import-").FullName;

    private string Data => Path.Combine(folder, "data");

    [Fact]
    public async Task Fresh_folder_gets_a_database_and_a_clinic_and_says_so()
    {
        var (exit, text) = await RunAsync([.. Charts.Files]);

        Assert.Equal(0, exit);
        Assert.Contains("\"My clinic\" was created", text, StringComparison.Ordinal);
        Assert.Contains("4 files: 4 new, 0 the same, 0 different, 0 refused", text, StringComparison.Ordinal);

        var (again, second) = await RunAsync([.. Charts.Files]);
        Assert.Equal(0, again);
        Assert.Contains("4 files: 0 new, 4 the same", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_file_gives_1_and_names_the_place()
    {
        var wrong = Write("wrong.json", Charts.Of("A", "B", "2090-01-01"));

        var (exit, text) = await RunAsync([wrong, Charts.Files.First()]);

        Assert.Equal(1, exit);
        Assert.Contains("/entry/0/resource/birthDate (line 2", text, StringComparison.Ordinal);
        Assert.Contains("1 new, 0 the same, 0 different, 1 refused", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-file.json")]
    [InlineData("--no-such-option")]
    public async Task Wrong_usage_gives_2(string argument)
    {
        var (exit, _) = await RunAsync([argument]);

        Assert.Equal(2, exit);
    }

    [Fact]
    public async Task Dry_run_leaves_a_fresh_folder_alone()
    {
        var (exit, text) = await RunAsync([Charts.Files.First(), "--dry-run"]);

        Assert.Equal(0, exit);
        Assert.Contains("nothing is written", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Json_is_one_document()
    {
        var (_, text) = await RunAsync([Charts.Files.First(), "--json", "--clinic", "Harbour Skin"]);

        using var report = JsonDocument.Parse(text);
        Assert.Equal("Harbour Skin", report.RootElement.GetProperty("clinic").GetString());
        Assert.Equal("New", report.RootElement.GetProperty("files")[0].GetProperty("standing").GetString());
    }

    private async Task<(int Exit, string Text)> RunAsync(string[] arguments)
    {
        using var output = new StringWriter();
        var exit = await Commands.RunAsync(["import", .. arguments, "--data", Data], output);
        return (exit, output.ToString());
    }

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearPool(new($"Data Source={Path.Combine(Data, "fibril.db")}"));
        Directory.Delete(folder, true);
    }
}
