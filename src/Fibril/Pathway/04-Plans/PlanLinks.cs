namespace Fibril.Pathway.Plans;

/// <summary>Addresses of this stage.</summary>
public static class PlanLinks
{
    public static string Mine(Guid courseId) => $"/my/plan/{courseId}";

    public static string Staff(Guid courseId) => $"/staff/courses/{courseId}/plan";
}
