using System.CommandLine;
using Fibril.Platform.Access;
using Fibril.Platform.Cli;

namespace Fibril.Practice.Staff;

/// <summary><c>fibril user add --email … --name … --role owner</c>: prints a link to join that works once within seven days.</summary>
public static class UserCommand
{
    private static readonly Option<string> Email = new("--email") { Required = true, Description = "Mail address to sign in with." };

    private static readonly Option<string> Name = new("--name") { Required = true, Description = "Name that records show." };

    private static readonly Option<Role> InRole = new("--role") { Required = true, Description = "owner, practitioner, assistant or frontdesk." };

    private static readonly Option<string?> Clinic = new("--clinic") { Description = "Name of the clinic; needed when there are several." };

    private static readonly Option<bool> Password = new("--password") { Description = "Reads the password from standard input and prints no link." };

    public static Command Create()
    {
        var add = new Command("add", "Adds a colleague.") { CliOptions.Data, Email, Name, InRole, Clinic, Password, CliOptions.DryRun };
        add.SetAction((parsed, _) => AddAsync(parsed));
        return new Command("user", "People who work in the clinic.") { add };
    }

    private static async Task<int> AddAsync(ParseResult parsed)
    {
        var password = parsed.GetValue(Password) ? await Console.In.ReadLineAsync() : null;
        return await CliHost.RunAsync(parsed, services => AddAsync(parsed, services, password));
    }

    private static async Task<int> AddAsync(ParseResult parsed, IServiceProvider services, string? password)
    {
        var dryRun = parsed.GetValue(CliOptions.DryRun);
        var answer = await services.GetRequiredService<AddUser>()
            .Handle(new(parsed.GetValue(Email)!, parsed.GetValue(Name)!, parsed.GetValue(InRole), parsed.GetValue(Clinic), password, dryRun));
        await (answer.Problem is null ? parsed.InvocationConfiguration.Output : parsed.InvocationConfiguration.Error)
            .WriteLineAsync(answer.Problem ?? answer.Link?.ToString() ?? (dryRun ? "Would be added. Nothing was written." : "Added."));
        return answer.Problem is null ? 0 : 2;
    }
}
