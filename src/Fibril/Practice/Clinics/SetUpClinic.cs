using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Access;
using Fibril.Platform.Access.Accounts;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Clinics;

/// <summary>Makes the first clinic and its owner's sign-in, all or nothing; refuses once there is one.</summary>
public sealed class SetUpClinic(ClinicDb db, Caller caller, UserManager<Account> users, SignInManager<Account> signIn, SetupCode code, Attempts attempts)
{
    private const long Lock = 5_080_001; // any number of our own, for the second of two who press at once

    public sealed class Input
    {
        [Required(ErrorMessage = "Enter the set-up code."), MaxLength(80)]
        public string? Code { get; set; }

        [Required(ErrorMessage = "Enter the clinic's name."), MaxLength(120)]
        public string? ClinicName { get; set; }

        [Required(ErrorMessage = "Choose the time zone.")]
        public string? TimeZone { get; set; } = "Europe/London";

        [Required(ErrorMessage = "Enter the country."), RegularExpression("[A-Z]{2}(-[A-Z0-9]{1,3})?", ErrorMessage = "Write the country's code in capitals, such as GB-ENG, IN or US-CA.")]
        public string? Jurisdiction { get; set; } = "GB-ENG";

        [Required(ErrorMessage = "Enter your name."), MaxLength(120)]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Enter your mail address."), EmailAddress(ErrorMessage = "This is not a mail address.")]
        public string? Email { get; set; }

        [Required(ErrorMessage = "Choose a password.")]
        public string? Password { get; set; }
    }

    public Task<bool> HasClinicAsync() => db.Clinics.IgnoreQueryFilters().AnyAsync();

    public async Task<FormResult> Handle(Input input)
    {
        if (await HasClinicAsync())
        {
            return Done;
        }

        if (await WhyNotCodeAsync(input.Code!) is { } wrong)
        {
            return FormResult.Wrong(nameof(Input.Code), wrong);
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(input.TimeZone!, out _))
        {
            return FormResult.Refuse("setup.zone", "This time zone is not known. Choose one such as Europe/London.");
        }

        return await MakeAsync(input);
    }

    private async Task<FormResult> MakeAsync(Input input)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (db.Database.IsNpgsql())
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Lock})");
        }

        if (await HasClinicAsync())
        {
            return Done;
        }

        var account = new Account { UserName = Tickets.Fold(input.Email!), Email = Tickets.Fold(input.Email!), EmailConfirmed = true, CreatedAt = caller.Now };
        if (await users.CreateAsync(account, input.Password!) is { Succeeded: false } refused)
        {
            return PasswordCheck.Refuse(refused);
        }

        await AddAsync(input, account);
        await transaction.CommitAsync();
        code.Spend();
        await signIn.SignInAsync(account, isPersistent: false);
        return FormResult.Go("/staff");
    }

    private static FormResult Done => FormResult.Refuse("setup.done", "There is a clinic here already. Sign in, or ask its owner for an invitation.");

    /// <summary>Outside the transaction: a failure counts although nothing else is saved.</summary>
    private async Task<string?> WhyNotCodeAsync(string typed)
    {
        var attempt = attempts.On("setup", "code", null);
        if (await attempt.WaitAsync() is { Ticks: > 0 } wait)
        {
            return Attempt.Sentence(wait);
        }

        if (code.Is(typed))
        {
            await attempt.SucceededAsync();
            return null;
        }

        await attempt.FailedAsync();
        return "This is not the set-up code. It was printed where the program was started, and stands in the file keys/setup-code of its data folder.";
    }

    private async Task AddAsync(Input input, Account account)
    {
        caller.ActAsSystem(Guid.CreateVersion7());
        db.Add(new Clinic { Name = input.ClinicName!.Trim(), TimeZone = input.TimeZone!, Jurisdiction = input.Jurisdiction!, CreatedAt = caller.Now });
        db.Add(new StaffMember { Name = input.Name!.Trim(), Email = account.Email!, Role = Role.Owner, AccountId = account.Id, JoinedAt = caller.Now });
        await db.SaveAsync(caller.Act("set up clinic"));
    }
}
