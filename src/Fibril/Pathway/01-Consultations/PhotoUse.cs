namespace Fibril.Pathway.Consultations;

/// <summary>What a photograph may be used for. Each is allowed and taken back alone, for all photographs of a course or for one of them.</summary>
public enum PhotoUse
{
    /// <summary>In the person's own record.</summary>
    Record,
    Teaching,
    Publication,
}

/// <summary>What was chosen for one use; the last choice counts.</summary>
/// <param name="WithAll">On one photograph: taken back with all of the course, and allowed again with them.</param>
public sealed record PhotoUseChoice(PhotoUse Use, DateTime ChosenAt, bool Given = true, DateTime? WithdrawnAt = null, bool WithAll = false)
{
    public bool Stands => Given && WithdrawnAt is null;
}
