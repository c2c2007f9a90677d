using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Practice.Clinics;
using Microsoft.AspNetCore.Components;

namespace Fibril.Pathway.Bookings.Feeds;

/// <summary>What the pages with calendar links share: a button per link, and the new address shown once.</summary>
public abstract class FeedPage : FormPage<FeedPage.Wanted>
{
    public sealed class Wanted
    {
        /// <summary>Whose link is made.</summary>
        public Guid Owner { get; set; }
    }

    [Inject]
    protected MakeFeed Make { get; set; } = null!;

    protected Clinic Clinic { get; private set; } = null!;

    /// <summary>The address that was just made; nobody can show it again.</summary>
    protected Uri? Fresh { get; private set; }

    protected override async Task LoadAsync() => Clinic = await VisitSubject.ClinicAsync(Db);

    protected async Task<FormResult> MakeAsync(FeedOwner kind)
    {
        Fresh = await Make.Handle(kind, Input!.Owner);
        await LoadAsync();
        return Fresh is null ? FormResult.Refuse("no-owner", "There is nobody and no place like this here.") : FormResult.Stay;
    }
}
