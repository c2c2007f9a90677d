using System.Net.Sockets;
using Fibril.Platform.Data;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Fibril.Platform.Messages;

/// <summary>Sends over SMTP, one connection a run; TLS whenever the server offers it, always with <c>smtps://</c>.</summary>
public sealed class SmtpTransport(Settings settings) : IMailTransport, IDisposable
{
    private readonly SmtpClient client = new() { Timeout = 30_000 };

    public async Task SendAsync(MimeMessage mail, CancellationToken stop)
    {
        try
        {
            await ConnectAsync(stop);
            await client.SendAsync(mail, stop);
        }
        catch (SmtpCommandException e) when (e.ErrorCode != SmtpErrorCode.UnexpectedStatusCode)
        {
            throw new MailRefusedException(e.Message, (int)e.StatusCode >= 500, e);
        }
        catch (Exception e) when (e is SocketException or IOException or TimeoutException or ProtocolException or CommandException
            or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            throw new MailServerDownException(e.Message, e);
        }
    }

    public Task CloseAsync() => client.IsConnected ? client.DisconnectAsync(true) : Task.CompletedTask;

    public void Dispose() => client.Dispose();

    private async Task ConnectAsync(CancellationToken stop)
    {
        if (client.IsConnected)
        {
            return;
        }

        var server = settings.Smtp!;
        var secure = server.Scheme == "smtps" ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTlsWhenAvailable;
        await client.ConnectAsync(server.Host, server.Port > 0 ? server.Port : server.Scheme == "smtps" ? 465 : 587, secure, stop);
        if (server.UserInfo.Split(':') is [var user, var password])
        {
            await client.AuthenticateAsync(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password), stop);
        }
    }
}
