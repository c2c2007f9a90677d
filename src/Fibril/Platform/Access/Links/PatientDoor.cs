using System.Security.Claims;
using Fibril.Platform.Ui;
using Microsoft.AspNetCore.Authentication;

namespace Fibril.Platform.Access.Links;

/// <summary>Lets in whoever has shown to read an address: at once when one person does, by choice when several share it.</summary>
public sealed class PatientDoor(FindPeopleByMail people, Tickets tickets, StartingBrowser browser, IHttpContextAccessor accessor, ILogger<PatientDoor> log)
{
    private static readonly TimeSpan ChoiceTime = TimeSpan.FromMinutes(10);

    /// <summary>The people to choose from; none when this browser has no right to choose.</summary>
    public async Task<(Ticket? Ticket, IReadOnlyList<Person> People)> ChoiceAsync()
    {
        var ticket = await tickets.LatestOfBrowserAsync(browser.Key);
        var open = ticket is { UsedAt: { } used, ClosedAt: null } && tickets.Now < used + ChoiceTime;
        return open ? (ticket, await people(ticket!.Email)) : (null, []);
    }

    public async Task<FormResult> OpenAsync(Ticket ticket)
    {
        var found = await people(ticket.Email);
        return found.Count switch
        {
            0 => FormResult.Refuse("link.nobody", "The clinic no longer knows this address. Please call the clinic."),
            1 => await EnterAsync(ticket, found[0]),
            _ => FormResult.Go("/my/sign-in/who"),
        };
    }

    public async Task<FormResult> ChooseAsync(Guid personId)
    {
        var (ticket, found) = await ChoiceAsync();
        return ticket is not null && found.FirstOrDefault(p => p.Id == personId) is { } person
            ? await EnterAsync(ticket, person)
            : FormResult.Go("/my/sign-in");
    }

    private async Task<FormResult> EnterAsync(Ticket ticket, Person person)
    {
        if (await tickets.CloseAsync(ticket) != 1)
        {
            return FormResult.Go("/my/sign-in");
        }

        var identity = new ClaimsIdentity(
            [
                new(FibrilClaims.Clinic, person.ClinicId.ToString()),
                new(FibrilClaims.Patient, person.Id.ToString()),
                new(FibrilClaims.Name, person.Name),
            ],
            Schemes.Patient);
        await accessor.HttpContext!.SignInAsync(Schemes.Patient, new ClaimsPrincipal(identity));
        log.LogInformation("Patient {Person} signed in by link", person.Id);
        return FormResult.Go(OwnPath.Of(ticket.Target, "/my"));
    }
}
