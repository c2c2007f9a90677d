using Microsoft.AspNetCore.WebUtilities;

namespace Fibril.Tests.Support;

internal static class Uploads
{
    /// <summary>The same form as a browser sends it when a file was chosen.</summary>
    public static async Task<HttpRequestMessage> WithFileAsync(this HttpRequestMessage plain, string field, byte[] file)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, values) in QueryHelpers.ParseQuery(await plain.Content!.ReadAsStringAsync()))
        {
            foreach (var value in values)
            {
                form.Add(new StringContent(value ?? ""), name);
            }
        }

        form.Add(new ByteArrayContent(file) { Headers = { ContentType = new("image/jpeg") } }, field, "skin.jpg");
        return new(HttpMethod.Post, plain.RequestUri) { Content = form, Headers = { Referrer = plain.Headers.Referrer } };
    }
}
