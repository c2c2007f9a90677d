using Fibril.Platform.Access;

namespace Fibril.Platform.Ui;

/// <summary>Whether a submission was carried out: asked by the drafts in a browser of the staff.</summary>
public sealed class SubmissionPolicy : IPolicy
{
    public const string Done = "Submissions.Done";

    public IEnumerable<AccessRule> Rules => [AccessRule.AllStaff(Done)];
}
