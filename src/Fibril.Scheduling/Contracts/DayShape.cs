using System.Text.RegularExpressions;
using static Fibril.Scheduling.Shapes;

namespace Fibril.Scheduling;

/// <summary>The shape of <c>fibril.day/1</c>: what its schema says.</summary>
internal static partial class DayShape
{
    private static readonly Shape Id = Pattern(Ids(), "1 to 40 small letters, digits and hyphens, a hyphen not first");
    private static readonly Shape Role = Pattern(RoleWords(), "1 to 40 small letters, digits and hyphens, a letter first");
    private static readonly Shape Minutes = Whole(1, 720);
    private static readonly Shape Minutes0 = Whole(0, 720);
    private static readonly Shape Kind = Word("numbing-chair", "treatment-room", "consult-room");
    private static readonly Shape Time = Pattern(Times(), "HH:MM, or an instant such as 2026-10-25T01:30:00+01:00");
    private static readonly Shape Intervals = List(List(Time, 2, 2), 1, 12);

    private static readonly Shape Break = Object(false, ("name!", Id), ("minutes!", Minutes), ("earliest!", Time), ("latest!", Time));

    private static readonly Shape Person = Object(true, ("id!", Id), ("roles!", List(Role, 1, 8, true)), ("work!", Intervals), ("breaks", List(Break, 0, 6)));

    private static readonly Shape Place = Object(true, ("id!", Id), ("kind!", Kind), ("open!", Intervals));

    private static readonly Shape Gap = Object(
        true, ("min!", Minutes0), ("max!", Minutes0), ("place", Word("free", "hold", "keep")), ("staff", Word("free", "keep")), ("product", Id));

    private static readonly Shape Segment = Object(
        true, ("name!", Text(1, 80)), ("minutes!", Minutes), ("needs!", List(List(Role, 1, 8, true), 0, 3)), ("place!", OrNull(Kind)), ("gapAfter", Gap));

    private static readonly Shape VisitType = Object(true, ("id!", Id), ("title", Text(0, 120)), ("lead", Text(0, 80)), ("segments!", List(Segment, 1, 12)));

    private static readonly Shape Preferred = Object(false, ("ids!", List(Id, 1, 20, true)), ("strict!", Flag));

    private static readonly Shape FixedSegment = Object(false, ("start!", Time), ("staff!", List(Id, 0, 3)), ("place!", OrNull(Id)));

    private static readonly Shape Movable = Object(false, ("earliest!", Time), ("latest!", Time), ("preferredStaff", Preferred));

    private static readonly Shape BookedKeys = Object(true, ("id!", Id), ("visitType!", Id), ("fixed", List(FixedSegment, 1, 12)), ("movable", Movable));

    private static readonly Shape Request = Object(
        true, ("id!", Id), ("visitType!", Id), ("earliest", Time), ("latest", Time), ("preferredStaff", Preferred), ("weight!", Whole(1, 1000)), ("mustServe!", Flag));

    public static readonly Shape Day = Object(
        true,
        ("contract!", Const("fibril.day/1")),
        ("title", Text(0, 200)),
        ("date!", Pattern(Dates(), "YYYY-MM-DD")),
        ("timeZone!", Pattern(Zones(), "an IANA name such as Europe/London")),
        ("granularity!", Granularity),
        ("staff!", List(Person, 1, 60)),
        ("places!", List(Place, 0, 80)),
        ("turnover!", Object(false, ("numbing-chair!", Minutes0), ("treatment-room!", Minutes0), ("consult-room!", Minutes0))),
        ("visitTypes!", List(VisitType, 1, 60)),
        ("booked!", List(Booked, 0, 300)),
        ("requests!", List(Request, 0, 300)),
        ("objective!", Objective));

    private static void Granularity(Field field)
    {
        if (!field.Is(System.Text.Json.JsonValueKind.Number) || field.Value.GetDouble() is not (1 or 5))
        {
            field.Say($"{field.Shown()} is not 1 or 5");
        }
    }

    private static void Booked(Field field)
    {
        BookedKeys(field);
        if (field.Is(System.Text.Json.JsonValueKind.Object) && field.Maybe("fixed") is null == field.Maybe("movable") is null)
        {
            field.Say("has both or neither of \"fixed\" and \"movable\"; write exactly one");
        }
    }

    private static void Objective(Field field)
    {
        string[] levels = ["must-serve", "weight", "waiting", "finish"];
        if (!field.Is(System.Text.Json.JsonValueKind.Array) || !field.Items().Select(f => f.Is(System.Text.Json.JsonValueKind.String) ? f.Text() : "").SequenceEqual(levels))
        {
            field.Say($"only [\"{string.Join("\", \"", levels)}\"] is known");
        }
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9-]{0,39}\z")]
    private static partial Regex Ids();

    [GeneratedRegex(@"^[a-z][a-z0-9-]{0,39}\z")]
    private static partial Regex RoleWords();

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex Dates();

    [GeneratedRegex(@"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*\z")]
    private static partial Regex Zones();

    [GeneratedRegex(@"^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00|[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9]:00(Z|[+-][0-9]{2}:[0-9]{2}))\z")]
    private static partial Regex Times();
}
