using Fibril.Platform.Data;
using Fibril.Platform.Ui;

namespace Fibril.Platform.Messages;

internal static class MessageServices
{
    public static IServiceCollection AddMessages(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<MailSeal>().AddSingleton<Mailman>().AddScoped<Outgoing>();
        return settings.Smtp is null
            ? services.AddSingleton<IMailTransport, FolderTransport>()
            : services.AddSingleton<IMailTransport, SmtpTransport>();
    }

    public static void MapMessages(this IEndpointRouteBuilder routes)
    {
        routes.MapAction("/staff/messages/{id:guid}/cancel", MessagePolicy.Manage, async (Guid id, CancelMessage use) => await use.Handle(id));
        routes.MapAction("/staff/messages/{id:guid}/retry", MessagePolicy.Manage, async (Guid id, RetryMessage use) => await use.Handle(id));
    }
}
