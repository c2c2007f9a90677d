using Fibril.Platform.Messages;
using Microsoft.AspNetCore.Identity;

namespace Fibril.Platform.Access;

/// <summary>Whose mail is read at an address, and what to write to them.</summary>
public sealed class AddressBook(FindPeopleByMail people, UserManager<Account> users, ClaimsOfAccount claimsOf)
{
    /// <summary>Null when nobody is known by the address: then nothing is sent.</summary>
    public Task<(Guid ClinicId, Mail Mail)?> FindAsync(AccessRequest request) =>
        request.Kind == TicketKind.SignIn ? PatientAsync(request) : AccountAsync(request);

    private async Task<(Guid, Mail)?> PatientAsync(AccessRequest request)
    {
        var found = await people(request.Email);
        if (found.Count == 0)
        {
            return null;
        }

        var mail = new Mail(MessageKind.SignInLink, request.Email, string.Join(", ", found.Select(p => p.GivenName).Distinct()), $"/my/sign-in/link?t={request.Token}") { Code = request.Code };
        return (found[0].ClinicId, found.Count == 1 ? mail with { PersonId = found[0].Id } : mail);
    }

    private async Task<(Guid, Mail)?> AccountAsync(AccessRequest request)
    {
        if (await users.FindByEmailAsync(request.Email) is not { } account)
        {
            return null;
        }

        var claims = await claimsOf(account.Id);
        var clinic = claims.FirstOrDefault(c => c.Type == FibrilClaims.Clinic)?.Value;
        var name = claims.FirstOrDefault(c => c.Type == FibrilClaims.Name)?.Value ?? "";
        return clinic is null ? null : (Guid.Parse(clinic), new Mail(MessageKind.PasswordReset, request.Email, name, $"/password/new?t={request.Token}"));
    }
}
