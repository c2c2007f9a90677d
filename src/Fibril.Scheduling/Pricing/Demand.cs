namespace Fibril.Scheduling;

/// <summary>A visit or a break, by what it takes of what is scarce.</summary>
/// <param name="Weight">What serving it is worth.</param>
/// <param name="Must">It has to be somewhere.</param>
/// <param name="Steps">One after the other.</param>
internal sealed record Demand(int Weight, bool Must, Step[] Steps);

/// <summary>One segment, or a break.</summary>
/// <param name="Low">Its earliest start.</param>
/// <param name="May">Whether it may start so many units after that.</param>
/// <param name="GapAfter">Least and most units from its start to the start of the next.</param>
internal sealed record Step(int Low, bool[] May, (int Min, int Max) GapAfter, Term[] Terms);

/// <summary>Part of the price of a start: so many times the sum of all prices before the moment that lies so many units after it.</summary>
internal readonly record struct Term(int Scarce, int Count, int Offset);
