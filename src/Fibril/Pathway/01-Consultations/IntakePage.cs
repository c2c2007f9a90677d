using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.AspNetCore.Components;

namespace Fibril.Pathway.Consultations;

/// <summary>What every page of the intake has: the course, its questions, where the pages stand, and the view entry when staff look.</summary>
public abstract class IntakePage<TInput> : FormPage<TInput> where TInput : class, new()
{
    [Parameter]
    public Guid CourseId { get; set; }

    protected static ProtocolPack Pack => ProtocolPack.Current;

    /// <summary>Null: no such course for this person; the page shows nothing and answers 404.</summary>
    protected Intake? Intake { get; private set; }

    protected bool IsPatient => Caller.IsPatient;

    protected string Home => IntakeLinks.Home(Caller, CourseId);

    protected override async Task LoadAsync()
    {
        Intake = await Intake.FindAsync(Db, Caller, CourseId);
        if (Intake is null)
        {
            Navigation.NotFound();
            return;
        }

        if (Caller.IsStaff && !IsPost)
        {
            await Db.ViewAsync(Caller.Act("open consultation"), Intake.Patient.Id);
        }

        await LoadMoreAsync(Intake);
    }

    protected virtual Task LoadMoreAsync(Intake intake) => Task.CompletedTask;

    protected static IReadOnlyList<Option> ZoneOptions { get; } =
        [.. ProtocolPack.Current.Zones.Select(z => new Option(z.Id, Capital(z.Name)))];

    protected static IReadOnlyList<Option> SiteOptions { get; } =
        [.. ZoneOptions, .. ProtocolPack.Current.Sites.Select(s => new Option(s.Id, Capital(s.Name)))];

    protected static IReadOnlyList<Option> IndicationOptions { get; } =
        [.. ProtocolPack.Current.Indications.Select(i => new Option(i.Id, Capital(i.Name)))];

    protected static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
