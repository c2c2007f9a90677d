using System.Text;
using System.Text.Json.Nodes;

namespace Fibril.Tests.Practice.Patients;

/// <summary>Real charts for tests, and the smallest chart there is.</summary>
internal static class Charts
{
    public static readonly DateOnly Today = new(2026, 6, 10);

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Practice", "Patients", "Charts"), "*.json").Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Practice", "Patients", "Charts", name));

    /// <summary>A real chart with something changed in it.</summary>
    public static byte[] Changed(string name, Action<JsonNode> change)
    {
        var chart = JsonNode.Parse(Bytes(name))!;
        change(chart);
        return Encoding.UTF8.GetBytes(chart.ToJsonString());
    }

    /// <summary>The first resource of a type.</summary>
    public static JsonNode First(this JsonNode chart, string type) =>
        chart["entry"]!.AsArray().Select(e => e!["resource"]!).First(r => r["resourceType"]!.GetValue<string>() == type);

    /// <summary>One person with these further resources, as they stand in the text.</summary>
    public static byte[] Of(string family, string given, string born, params string[] resources) => Encoding.UTF8.GetBytes($$$"""
        {"resourceType":"Bundle","type":"collection","entry":[
        {"fullUrl":"urn:uuid:p1","resource":{"resourceType":"Patient","id":"p1","name":[{"family":"{{{family}}}","given":["{{{given}}}"]}],"birthDate":"{{{born}}}"}}
        {{{string.Concat(resources.Select(r => ",\n{\"resource\":" + r + "}"))}}}
        ]}
        """);
}
