using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Fibril.Tests.Support;

/// <summary>Finds fields by the words a person reads, and sends the form as a browser would.</summary>
internal static class FormFiller
{
    public static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static void Fill(IHtmlDocument page, IHtmlFormElement form, string label, string value)
    {
        var choice = form.QuerySelectorAll<IHtmlInputElement>("input[type=radio], input[type=checkbox]")
            .FirstOrDefault(i => Legend(i).Contains(label, StringComparison.OrdinalIgnoreCase) && (Label(page, i).StartsWith(value, StringComparison.OrdinalIgnoreCase) || i.Value == value));
        if (choice is not null)
        {
            choice.IsChecked = true;
            return;
        }

        var field = form.QuerySelectorAll("input, select, textarea").FirstOrDefault(e => Label(page, e).StartsWith(label, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"No field '{label}': {string.Join(" | ", form.QuerySelectorAll("label, legend").Select(Words))}");
        switch (field)
        {
            case IHtmlInputElement { Type: "checkbox" } box:
                box.IsChecked = value is "true" or "yes";
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => Words(o).StartsWith(value, StringComparison.OrdinalIgnoreCase) || o.Value == value)
                    ?? throw new InvalidOperationException($"'{label}' has no choice '{value}': {string.Join(" | ", select.Options.Select(Words))}");
                select.Value = option.Value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
        }
    }

    public static HttpRequestMessage Submit(IHtmlFormElement form, IElement button, Uri address)
    {
        var action = (button.GetAttribute("formaction") ?? form.GetAttribute("action")) is { Length: > 0 } to ? new Uri(address, to) : address;
        var fields = Fields(form).ToList();
        if (button.GetAttribute("name") is { } name)
        {
            fields.Add(new(name, button.GetAttribute("value") ?? ""));
        }

        return form.Method.Equals("get", StringComparison.OrdinalIgnoreCase)
            ? new(HttpMethod.Get, new UriBuilder(action) { Query = new FormUrlEncodedContent(fields).ReadAsStringAsync().Result }.Uri)
            : new(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(fields), Headers = { Referrer = address } };
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea").Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    if (box.IsChecked)
                    {
                        yield return new(name, box.Value);
                    }

                    break;
                case IHtmlInputElement { Type: "submit" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return new(name, select.Value ?? "");
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
            }
        }
    }

    private static string Label(IHtmlDocument page, IElement field) =>
        field.Id is { Length: > 0 } id && page.QuerySelector($"label[for='{id}']") is { } label ? Words(label)
        : field.Closest("label") is { } around ? Words(around)
        : field.GetAttribute("aria-label") ?? "";

    private static string Legend(IElement field) => field.Closest("fieldset")?.QuerySelector("legend") is { } legend ? Words(legend) : "";
}
