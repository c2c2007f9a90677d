using Fibril.Platform.Data;
using Fibril.Protocol;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Platform.Ui;

/// <summary>What <see cref="SaveForm"/> needs of a page; the page itself is a <see cref="FormPage{TInput}"/>.</summary>
public abstract class FormPage : Part
{
    [Inject]
    protected NavigationManager Navigation { get; set; } = null!;

    [Inject]
    protected Caller Caller { get; set; } = null!;

    [Inject]
    protected ClinicDb Db { get; set; } = null!;

    [CascadingParameter]
    protected HttpContext Http { get; set; } = null!;

    internal EditContext Form { get; private protected set; } = null!;

    /// <summary>Key of this submission: the same form posted twice has one effect.</summary>
    internal string Once { get; private set; } = "";

    internal Decision? Refusal { get; private set; }

    /// <summary>What can be chosen in place of what somebody else took.</summary>
    internal IReadOnlyList<Option> Instead { get; private set; } = [];

    internal LostRaceException? LostRace { get; private set; }

    /// <summary>Name that tells this page's forms apart.</summary>
    protected internal virtual string FormName => "form";

    /// <summary>The same page with another choice made; the one button then says yes to it.</summary>
    protected internal virtual string LinkTo(Option other) => Navigation.Uri;

    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected override void OnInitialized()
    {
        Once = IsPost && Http.Request.HasFormContentType ? Http.Request.Form["once"].ToString() : "";
        Once = Once.Length is > 0 and <= 80 ? Once : Guid.CreateVersion7().ToString("N");
        Caller.Once = IsPost ? Once : null;
    }

    internal async Task SubmitAsync()
    {
        // Asked first: what the first post changed could make the rules refuse the second.
        if (await Submission.FirstAsync(Db, Once) is { } first)
        {
            Navigation.NavigateTo(first.Location ?? Navigation.Uri);
            return;
        }

        if (!Form.Validate())
        {
            Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return;
        }

        try
        {
            var result = await SaveAsync();
            // The same post may have been under way twice: what the first did is what refuses the second.
            if (result is FormResult.Refused && await Submission.FirstAsync(Db, Once) is { } meanwhile)
            {
                Navigation.NavigateTo(meanwhile.Location ?? Navigation.Uri);
                return;
            }

            await AnswerAsync(result);
        }
        catch (AlreadyDoneException done)
        {
            Navigation.NavigateTo(done.Location ?? Navigation.Uri);
        }
        catch (LostRaceException lost)
        {
            LostRace = lost;
            Http.Response.StatusCode = StatusCodes.Status409Conflict;
        }
    }

    /// <summary>Calls the use case; the input is valid when this is called.</summary>
    protected abstract Task<FormResult> SaveAsync();

    /// <summary>The page shows these reasons, and what can be chosen instead.</summary>
    protected void ShowRefusal(FormResult.Refused refused)
    {
        (Refusal, Instead) = (refused.Decision, refused.Instead);
        Http.Response.StatusCode = refused.Status;
    }

    private async Task AnswerAsync(FormResult result)
    {
        switch (result)
        {
            case FormResult.GoTo go:
                await Db.Set<Submission>().Where(s => s.Key == Once).ExecuteUpdateAsync(s => s.SetProperty(x => x.Location, go.Url));
                Navigation.NavigateTo(go.Url);
                break;
            case FormResult.Refused refused:
                ShowRefusal(refused);
                break;
            case FormResult.WrongInput wrong:
                new ValidationMessageStore(Form).Add(Form.Field(wrong.Field), wrong.Sentence);
                Form.NotifyValidationStateChanged();
                Http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
                break;
            case FormResult.ShowAgain:
                Once = Guid.CreateVersion7().ToString("N"); // what is pressed next on this page is another submission
                StateHasChanged();
                break;
        }
    }
}

/// <summary>
/// A page with one form. Wrong input answers 422 with the message at the field and everything typed still there;
/// a refusal answers 422 with its reasons; a lost race answers 409 with both versions; a success redirects.
/// </summary>
public abstract class FormPage<TInput> : FormPage where TInput : class, new()
{
    [SupplyParameterFromForm]
    protected TInput? Input { get; set; }

    protected sealed override async Task OnInitializedAsync()
    {
        await LoadAsync();
        Input ??= await BlankAsync();
        Form = new EditContext(Input);
    }

    /// <summary>Reads what the page shows, on GET and again on POST.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;

    /// <summary>What the form is filled with before anything was typed.</summary>
    protected virtual Task<TInput> BlankAsync() => Task.FromResult(new TInput());
}
