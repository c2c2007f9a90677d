using Fibril.Platform.Data;

namespace Fibril.Pathway.Journey.Demo;

/// <summary>Mails that a demo without a mail server has put into its folder. Only while <c>fibril demo</c> runs.</summary>
public sealed class DemoMail(Settings settings, IConfiguration configuration)
{
    public sealed record Letter(string To, string Subject, string Text, DateTime At);

    public bool IsOn => configuration["demo"] == "true" && settings.Smtp is null;

    public async Task<IReadOnlyList<Letter>> Handle(CancellationToken stop = default)
    {
        var folder = Path.Combine(settings.DataDirectory, "mail");
        if (!IsOn || !Directory.Exists(folder))
        {
            return [];
        }

        List<Letter> letters = [];
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(f => f.LastWriteTimeUtc).Take(50))
        {
            var mail = await MimeKit.MimeMessage.LoadAsync(file.FullName, stop);
            letters.Add(new(mail.To.ToString(), mail.Subject ?? "", mail.TextBody ?? "", file.LastWriteTimeUtc));
        }

        return letters;
    }
}
