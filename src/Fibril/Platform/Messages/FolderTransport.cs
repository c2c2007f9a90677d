using System.Globalization;
using Fibril.Platform.Data;
using MimeKit;

namespace Fibril.Platform.Messages;

/// <summary>Without a mail server, mails are files in <c>mail/</c> of the data folder and go nowhere else.</summary>
internal sealed class FolderTransport(Settings settings, TimeProvider clock) : IMailTransport
{
    private readonly string folder = Path.Combine(settings.DataDirectory, "mail");

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var name = clock.Now().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + "-" + mail.MessageId!.Split('@')[0] + ".eml";
        var unfinished = Path.Combine(folder, name + ".part");
        await using (var file = File.Create(unfinished))
        {
            await mail.WriteToAsync(file, stop);
        }

        File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
    }

    public Task CloseAsync() => Task.CompletedTask;
}
