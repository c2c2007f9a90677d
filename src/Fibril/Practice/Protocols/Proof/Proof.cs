namespace Fibril.Practice.Protocols.Proof;

/// <summary>What was asked about the rules, and the answer.</summary>
/// <param name="Name">Short name, such as <c>no-looser-by-a-risk</c>.</param>
/// <param name="Claim">The claim, in a sentence.</param>
/// <param name="Against">What speaks against it, case by case; empty = proved.</param>
/// <param name="Cases">How many questions the solver was asked.</param>
public sealed record Proof(string Name, string Claim, IReadOnlyList<string> Against, int Cases)
{
    /// <summary>True when nothing speaks against it.</summary>
    public bool IsProved => Against.Count == 0;
}
