using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace Fibril.Platform.Ui;

/// <summary>One labelled form field: label, hint and message belong together and are read aloud together.</summary>
public abstract class FieldBase<T> : InputBase<T>
{
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>What to enter, with an example, where the label does not say it.</summary>
    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Unit behind the field: mm, cm², minutes.</summary>
    [Parameter]
    public string? Unit { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public string? Autocomplete { get; set; }

    [Inject]
    private FormFields Fields { get; set; } = null!;

    protected string FieldId => "f-" + NameAttributeValue.Replace('.', '-').Replace('[', '-').Replace(']', '-').ToLowerInvariant();

    protected string HintId => FieldId + "-hint";

    protected string ErrorId => FieldId + "-error";

    protected IReadOnlyList<string> Errors => [.. EditContext?.GetValidationMessages(FieldIdentifier) ?? []];

    protected bool IsWrong => Errors.Count > 0;

    protected string? DescribedBy =>
        (Hint, IsWrong) switch
        {
            (null, false) => null,
            (null, true) => ErrorId,
            (_, false) => HintId,
            _ => $"{HintId} {ErrorId}",
        };

    protected override void OnParametersSet() => Fields.Add(NameAttributeValue, text => TryParseValueFromString(text, out _, out var sentence) ? "" : sentence);

    protected string InputClass(string kind) => IsWrong ? kind + " is-invalid" : kind;
}
