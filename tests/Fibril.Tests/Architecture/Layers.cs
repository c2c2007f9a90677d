using Fibril.Pathway;

namespace Fibril.Tests.Architecture;

/// <summary>One type leans on another; full names.</summary>
internal sealed record Dependency(string From, string To);

/// <summary>The dependency table of the design: who may import whom.</summary>
internal static class Layers
{
    private const string Root = "Fibril.";

    /// <summary>Files that put the program together: they may name everything.</summary>
    private static readonly HashSet<string> Composition = new(StringComparer.Ordinal)
    {
        "Fibril.Platform.Hosting", "Fibril.Platform.Data.ClinicDb", "Fibril.Pathway.Stages", "Fibril.Routes", "Fibril.App", "Program",
    };

    /// <summary>What the platform and the standards know of the clinical library: how an answer looks.</summary>
    private static readonly HashSet<string> DecisionTypes = new(StringComparer.Ordinal) { "Fibril.Protocol.Decision", "Fibril.Protocol.Reason" };

    /// <summary>A button's refusal is shown in the frame of every page, since no page stands around it.</summary>
    private static readonly Dependency RefusalInFrame = new("Fibril.Platform.Ui.RefusedPage", "Fibril.App");

    private static readonly Dictionary<string, int> StageNumbers = Stages.All.ToDictionary(s => s.GetType().Namespace!, s => s.Number, StringComparer.Ordinal);

    public static IEnumerable<Dependency> Violations(IEnumerable<Dependency> dependencies) =>
        dependencies.Where(d => (d.To.StartsWith(Root, StringComparison.Ordinal) || d.To == "Program") && !Composition.Contains(d.From) && d != RefusalInFrame && !IsAllowed(d));

    private static bool IsAllowed(Dependency d)
    {
        var (from, to) = (AreaOf(d.From), AreaOf(d.To));
        return from switch
        {
            "Journey" => true,
            "Platform" => to is "Platform" || DecisionTypes.Contains(d.To),
            "Standards" => to is "Platform" or "Standards" || DecisionTypes.Contains(d.To),
            "Practice" => to is "Platform" or "Standards" or "Practice" or "Protocol",
            "Course" => to is "Platform" or "Standards" or "Practice" or "Course" or "Protocol",
            "Protocol" or "Scheduling" or "Vision" => to == from,
            _ => MayStage(int.Parse(from, System.Globalization.CultureInfo.InvariantCulture), d.From, to),
        };
    }

    private static bool MayStage(int stage, string type, string to) => to switch
    {
        "Platform" or "Practice" or "Course" or "Protocol" => true,
        "Standards" => type.EndsWith("Fhir", StringComparison.Ordinal) || type.EndsWith("Cds", StringComparison.Ordinal) || type.EndsWith("Stage", StringComparison.Ordinal),
        "Scheduling" => stage == 5,
        "Vision" => stage is 1 or 9,
        _ => int.TryParse(to, out var other) && other <= stage,
    };

    /// <summary>Platform, Standards, Practice, Course, a stage's number, Journey, or the name of a leaf library.</summary>
    private static string AreaOf(string type)
    {
        var parts = type.Split('.');
        if (parts is ["Fibril", "Pathway", ..])
        {
            return StageNumbers.FirstOrDefault(s => type.StartsWith(s.Key + ".", StringComparison.Ordinal)) is { Key: not null } stage
                ? stage.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : parts is [_, _, _] ? "Course" : "Journey";
        }

        return parts is ["Fibril", "Platform" or "Standards" or "Practice" or "Protocol" or "Scheduling" or "Vision", ..] ? parts[1] : "Journey";
    }
}
