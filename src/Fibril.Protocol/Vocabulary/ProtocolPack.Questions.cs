namespace Fibril.Protocol;

/// <content>Questions of the intake, and the shape of a case file that follows from the vocabulary.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Questions of the intake, in the order they are asked.</summary>
    public IReadOnlyList<Question> Questions => Section<List<Question>>("questions.yaml");

    /// <summary>Shape of a case file with the ids of this pack.</summary>
    internal Shape CaseShape => (Shape)sections.GetOrAdd("case#shape", _ => new CaseShape(this).Whole());
}
