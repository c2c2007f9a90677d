using Fibril.Protocol;

namespace Fibril.Tests.Protocol;

public class ProtocolPackTests
{
    [Fact]
    public void Current_is_read_and_hashed()
    {
        var pack = ProtocolPack.Current;

        Assert.Equal("needling-mechanical", pack.Header.Id);
        Assert.Matches("^sha256:[0-9a-f]{64}$", pack.Hash);
    }

    [Fact]
    public void Unknown_key_names_file_and_line()
    {
        var text = ProtocolPack.Current.Text("pack.yaml") + "colour: red\n";

        var error = Assert.Throws<ProtocolException>(() => ProtocolPack.From(new Dictionary<string, string> { ["pack.yaml"] = text }));

        Assert.Matches("^protocol/pack.yaml:[0-9]+: ", error.Message);
        Assert.Contains("colour", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void One_changed_letter_changes_the_hash()
    {
        var text = ProtocolPack.Current.Text("pack.yaml");

        var one = ProtocolPack.From(new Dictionary<string, string> { ["pack.yaml"] = text });
        var other = ProtocolPack.From(new Dictionary<string, string> { ["pack.yaml"] = text.Replace("Mechanical", "Mechanicel", StringComparison.Ordinal) });

        Assert.NotEqual(one.Hash, other.Hash);
    }
}
