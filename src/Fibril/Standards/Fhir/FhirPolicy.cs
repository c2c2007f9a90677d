using Fibril.Platform.Access;

namespace Fibril.Standards.Fhir;

/// <summary>
/// The gate of <c>/fhir</c> is open on purpose: behind it every resource asks its own rule, so that a refusal is an
/// OperationOutcome and never a sign-in page.
/// </summary>
public sealed class FhirPolicy : IPolicy
{
    public const string Gate = "Fhir.Gate";

    public IEnumerable<AccessRule> Rules => [AccessRule.Open(Gate)];
}
