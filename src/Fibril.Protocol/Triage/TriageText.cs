using System.Text;

namespace Fibril.Protocol;

/// <summary>An answer of triage as plain text for staff.</summary>
public static class TriageText
{
    /// <summary>The text, in English, with line feeds; the same answer gives the same text.</summary>
    public static string Render(ProtocolPack pack, TriageDecision answer)
    {
        var text = new StringBuilder();
        text.Append(pack.TriageLevels.First(l => l.Level == answer.Level).Name).Append(" (day ").Append(answer.Day).Append(")\n");
        Section(text, "Why", answer.Findings.Select(f => $"{f.Rule}: {f.Reason} (grade {f.Grade}; sources {string.Join(", ", f.Sources)})"));
        Section(text, "First actions", answer.Actions.Select(id => pack.TriageActions.First(a => a.Id == id).Name));
        Section(text, "Expected on this day", [answer.Expected.Text]);
        Section(text, "Aftercare in force", answer.Advice);
        if (answer.ReadText)
        {
            text.Append("\nThe person wrote something: read it.\n");
        }

        text.Append("\nProtocol ").Append(answer.Protocol.Id).Append(' ').Append(answer.Protocol.Version).Append(", ").Append(answer.Protocol.Hash).Append('\n');
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        var list = lines.ToList();
        if (list.Count > 0)
        {
            text.Append('\n').Append(title).Append('\n');
            list.ForEach(line => text.Append("  ").Append(line).Append('\n'));
        }
    }
}
