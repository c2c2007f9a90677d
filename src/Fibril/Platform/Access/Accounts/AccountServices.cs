using Fibril.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Fibril.Platform.Access.Accounts;

internal static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(Identity)
            .AddEntityFrameworkStores<ClinicDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddPasswordValidator<StrongPassword>()
            .AddClaimsPrincipalFactory<AccountClaims>();
        services.AddScoped<IUserConfirmation<Account>, StaffOnly>();
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeySettings>();
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(5)); // a changed role or password is felt soon
        services.AddSingleton<SetupCode>();
        services.AddScoped<Tickets>().AddScoped<Throttle>().AddScoped<Attempts>().AddScoped<KnownDevices>();
        services.AddScoped<OwnAccount>().AddScoped<PasswordCheck>().AddScoped<Passkeys>().AddScoped<Invitations>();
        return services.AddScoped<AddressBook>().AddSingleton<AccessPost>().AddHostedService<AccessPostService>();
    }

    private static void Identity(IdentityOptions options)
    {
        IdentityShape.Apply(options);
        options.SignIn.RequireConfirmedAccount = true; // see StaffOnly
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        var password = options.Password; // StrongPassword judges; the built-in rules only count
        password.RequiredLength = StrongPassword.Shortest;
        password.RequireDigit = password.RequireLowercase = password.RequireUppercase = password.RequireNonAlphanumeric = false;
        password.RequiredUniqueChars = 1;
    }

    /// <summary>A passkey belongs to the one public address, never to whatever a request calls the host.</summary>
    private sealed class PasskeySettings(Settings settings) : IConfigureOptions<IdentityPasskeyOptions>
    {
        public void Configure(IdentityPasskeyOptions options)
        {
            options.ServerDomain = settings.PublicUrl.Host;
            options.ResidentKeyRequirement = "required"; // one that cannot be found without a name would never be offered
            options.UserVerificationRequirement = "required"; // it stands for two factors
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == settings.PublicUrl.GetLeftPart(UriPartial.Authority));
        }
    }
}
