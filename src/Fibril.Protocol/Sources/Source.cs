using System.Text.RegularExpressions;

namespace Fibril.Protocol;

/// <summary>Where a number comes from. Source: knowledge base 11.</summary>
public sealed record Source
{
    /// <summary>Id, such as <c>S41</c>; <c>default</c> for a default of the pack.</summary>
    public required string Id { get; init; }

    /// <summary>Authors and journal, or what the page is.</summary>
    public required string Title { get; init; }

    /// <summary>Year; null when not known.</summary>
    public int? Year { get; init; }

    /// <summary>Lasting address; null when there is none.</summary>
    public Uri? Url { get; init; }
}

/// <summary>How strong the ground is.</summary>
public sealed record EvidenceGrade
{
    /// <summary>One letter: L, G, T, C, X, U, D.</summary>
    public required string Id { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it means.</summary>
    public required string Text { get; init; }
}

/// <content>Sources and grades.</content>
public sealed partial class ProtocolPack
{
    /// <summary>All sources.</summary>
    public IReadOnlyList<Source> Sources => SourceSection.Sources;

    /// <summary>The letters of grades, strongest first.</summary>
    public IReadOnlyList<EvidenceGrade> Grades => SourceSection.Grades;

    private SourceFile SourceSection => Section<SourceFile>("sources.yaml");

    /// <summary>One source; null for what is no source id, such as a requirement id or <c>clinic</c>.</summary>
    public Source? Source(string id) => Sources.FirstOrDefault(s => s.Id == id);

    /// <summary>The grades a mark such as <c>L/X</c>, <c>C vs T</c> or <c>L, days D</c> is made of, in its order.</summary>
    public IReadOnlyList<EvidenceGrade> GradesOf(string mark) =>
        [.. GradeLetter().Matches(mark).Select(m => Grades.FirstOrDefault(g => g.Id == m.Value)).OfType<EvidenceGrade>()];

    [GeneratedRegex(@"\b[A-Z]\b")]
    private static partial Regex GradeLetter();

    private sealed record SourceFile
    {
        public required IReadOnlyList<EvidenceGrade> Grades { get; init; }

        public required IReadOnlyList<Source> Sources { get; init; }
    }
}
