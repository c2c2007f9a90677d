using Fibril.Platform.Access;
using Fibril.Practice.Staff;

namespace Fibril.Pathway.Recovery;

/// <summary>The round of calls that is due: its number, why, and whom.</summary>
public sealed record CallDue(int Step, CallCircle Circle, IReadOnlyList<StaffMember> People);

/// <summary>
/// Whom an urgent report calls, and when the next. The line on duty is called one by one; whoever has not taken it in time is
/// passed over. With nobody on duty, or nobody left in the line, ever more people are called at once. Source: clinic.
/// </summary>
public static class CallRules
{
    private static readonly CallCircle[] Wider = [CallCircle.Treating, CallCircle.TreatingAndOwners, CallCircle.Everybody];

    /// <summary>Null when it need not wait any more, when the last call is too fresh, or when everybody was called.</summary>
    /// <param name="calls">Calls about this report.</param>
    /// <param name="line">Who is on duty now, in order; empty = nobody.</param>
    /// <param name="staff">All who work here.</param>
    /// <param name="minutes">The clinic's patience with one call.</param>
    public static CallDue? Next(CheckIn report, IReadOnlyCollection<StaffCall> calls, IReadOnlyList<StaffMember> line, IReadOnlyList<StaffMember> staff, int minutes, DateTime now)
    {
        if (RecoveryRules.MinutesNotTaken(report, now) is null || calls.Any(c => now < c.CalledAt.AddMinutes(minutes)))
        {
            return null;
        }

        var step = calls.Select(c => c.Step + 1).DefaultIfEmpty(0).Max();
        if (calls.All(c => c.Circle == CallCircle.OnDuty) && line.FirstOrDefault(p => calls.All(c => c.StaffId != p.Id)) is { } next)
        {
            return new(step, CallCircle.OnDuty, [next]);
        }

        return Wider.Where(c => !IsPast(c, calls)).Select(c => new CallDue(step, c, In(c, staff))).FirstOrDefault(d => d.People.Count > 0);
    }

    /// <summary>What the circle is called in the list of calls.</summary>
    public static string Word(CallCircle circle) => circle switch
    {
        CallCircle.OnDuty => "on duty",
        CallCircle.Treating => "nobody on duty: all who treat",
        CallCircle.TreatingAndOwners => "not taken: all who treat, and the owners",
        _ => "not taken: the whole staff",
    };

    /// <summary>A circle is called once, and never again after a wider one; those who treat are in the circle that follows a line.</summary>
    private static bool IsPast(CallCircle circle, IReadOnlyCollection<StaffCall> calls) =>
        calls.Any(c => c.Circle >= circle) || (circle == CallCircle.Treating && calls.Count > 0);

    private static List<StaffMember> In(CallCircle circle, IReadOnlyList<StaffMember> staff)
    {
        var treating = staff.Where(s => s.Role == Role.Practitioner).ToList();
        return circle switch
        {
            CallCircle.Everybody => [.. staff],
            CallCircle.Treating when treating.Count > 0 => treating,
            CallCircle.Treating => [.. staff.Where(s => s.Role == Role.Owner)],
            _ => [.. treating, .. staff.Where(s => s.Role == Role.Owner)],
        };
    }
}
