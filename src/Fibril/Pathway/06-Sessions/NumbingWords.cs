using System.Globalization;
using System.Text.Json;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Pathway.Sessions;

/// <summary>How the numbing clock is said and coloured, by the server and by the script that lets it run on. Pure.</summary>
public static class NumbingWords
{
    private static readonly JsonSerializerOptions Plain = new(JsonSerializerDefaults.Web);

    public static string Of(NumbingState state) => state switch
    {
        NumbingState.BeforeMinimum => "not ready yet",
        NumbingState.Ready => "ready",
        NumbingState.Amber => "nearly too long",
        _ => "too long: take it off",
    };

    public static Tone ToneOf(NumbingState state) => state switch
    {
        NumbingState.BeforeMinimum => Tone.Info,
        NumbingState.Ready => Tone.Good,
        NumbingState.Amber => Tone.Wait,
        _ => Tone.Alarm,
    };

    /// <summary>What a <c>numbing-clock</c> is given: what it shows now, and from when on it shows what else; a script knows no limit of its own.</summary>
    /// <param name="who">Whose cream it is, for whoever only hears of a change.</param>
    /// <param name="now">By the clinic's clock, UTC.</param>
    /// <param name="running">False once the cream is off.</param>
    public static Dictionary<string, object> Clock(Guid sessionId, string who, Dwell dwell, DateTime onAt, NumbingState state, DateTime now, bool running) => new()
    {
        ["data-session"] = sessionId,
        ["data-who"] = who,
        ["data-on"] = Iso(onAt),
        ["data-now"] = Iso(now),
        ["data-running"] = running ? "true" : "false",
        ["data-state"] = state.ToString(),
        ["data-tone"] = Id(state),
        ["data-changes"] = JsonSerializer.Serialize(NumbingClock.Changes(dwell, onAt).Select(c => new { state = c.State.ToString(), from = Iso(c.From), word = Of(c.State), tone = Id(c.State) }), Plain),
    };

    private static string Id(NumbingState state) => ToneOf(state).ToString().ToLowerInvariant();

    private static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
