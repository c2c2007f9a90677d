namespace Fibril.Scheduling;

/// <summary>Who and what is free when.</summary>
internal sealed class Books
{
    private readonly int[] turnover;
    private readonly Row[] people; // at work and not taken
    private readonly Row[] open;
    private readonly Row[] places; // not taken, with the turnover
    private readonly int[] tasks;
    private readonly Row hours; // to reckon in

    public Books(DayProblem day, DayIndex index)
    {
        turnover = index.Turnover;
        people = [.. day.Staff.Select(p => Free(p.Work))];
        open = [.. day.Places.Select(p => Free(p.Open))];
        places = [.. day.Places.Select(_ => Free([new(index.Axis.From, index.Axis.From + index.Axis.Length)]))];
        (tasks, hours) = (new int[people.Length], new(index.Axis));

        Row Free(IEnumerable<Span> spans)
        {
            var row = new Row(index.Axis);
            foreach (var span in spans)
            {
                row.Set(span.From, span.To, isFree: true);
            }

            return row;
        }
    }

    /// <summary>Segments of a person.</summary>
    public int Tasks(int person) => tasks[person];

    public bool IsFree(int person, Span time) => people[person].IsFree(time.From, time.To);

    /// <summary>Open, and free until it is turned over again.</summary>
    public bool IsOpen(int place, Span time) => open[place].IsFree(time.From, time.To) && places[place].IsFree(time.From, time.To + turnover[place]);

    /// <summary>Puts into a row when a person is free for so long.</summary>
    public void Free(int person, int length, Row into)
    {
        into.CopyFrom(people[person]);
        into.KeepRuns(length);
    }

    /// <summary>Puts into a row when a place is open for so long and free until it is turned over again.</summary>
    public void Open(int place, int length, Row into)
    {
        into.CopyFrom(places[place]);
        into.KeepRuns(length + turnover[place]);
        hours.CopyFrom(open[place]);
        hours.KeepRuns(length);
        into.And(hours);
    }

    /// <summary>Takes what a visit takes, or gives it back.</summary>
    public void Set(Placed visit, bool isFree)
    {
        for (var s = 0; s < visit.Starts.Length; s++)
        {
            var time = visit.Of(s);
            foreach (var person in visit.Staff[s])
            {
                Set(person, time, isFree);
                tasks[person] += isFree ? -1 : 1;
            }
        }

        var stays = visit.Options.Visit.Type.Stays;
        for (var i = 0; i < stays.Count; i++)
        {
            var time = visit.Of(stays[i]);
            places[visit.Places[i]].Set(time.From, time.To + turnover[visit.Places[i]], isFree);
        }
    }

    public void Set(int person, Span time, bool isFree) => people[person].Set(time.From, time.To, isFree);

    public void CopyFrom(Books other)
    {
        for (var p = 0; p < people.Length; p++)
        {
            people[p].CopyFrom(other.people[p]);
        }

        for (var p = 0; p < places.Length; p++)
        {
            places[p].CopyFrom(other.places[p]);
        }

        other.tasks.CopyTo(tasks, 0);
    }
}
