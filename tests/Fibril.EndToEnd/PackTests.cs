using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>The square code of a pack before the camera: received, and found again for a recall.</summary>
public class PackTests(RunningClinic clinic)
{
    /// <summary>A GS1 DataMatrix, 8 x 32 modules: (01)04012345678901(17)280200(10)CAM-1(21)S-9.</summary>
    private const string Pack =
        "iVBORw0KGgoAAAANSUhEUgAAAQgAAAAoCAAAAAAnRjuhAAABq0lEQVR4XmP8zzAKQCHANBoMkBAYDQiG0YBAyQwsIB4jkACVFSOVHi0jkNLEaBkxWkYwYJYR"
        + "6OUETAWsjYFcfsDkkMsTmH4GHAC5rYKtHMKmDd18ZHuR1TNCOYxYDIG5G109Nn+NZg1oKI0GxGhAoOYlRnz5HznvE5PPcfVbYPn3P1J+xmUeSAm6Omz6Yd5A"
        + "LgfQ7cdWbqDr+z+aIlBTxGgZMZoiUFMEC3odC8uj2PIXel4lVE/D2gIwO5DNRDcfXzmA7CZYnkYuR9DdjKvcQG6bwOyDiY1mjdGsMVpYMmADLOj5FzkPYstT"
        + "sPyHTR02C5DNwJd3Yfkc2Qz0dgE2O9HNBNmHbCfIPPSyCmYHsvmjZcRoGTFaRmAtI1D6Guh5C1tdjVymoLcjcKlHz6Po9sDKB0YkJ2LL+9jyNkzPfyzeQzcP"
        + "Xxk2WkaMlhGjZQT+MgJdFjnPIedxbGz0tgLILPRyAblsQc/r2PSjuwe5LEAvF7DJIdtBSB6kdrSMgIbYaECMBgRq5mNEbwswjEAACoPRrDGaNUbbEbjbEQyj"
        + "gGG0jBgtI0bLCKwFAQCFhIZR+NnelgAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Pack_before_the_camera_fills_lot_and_expiry_and_is_found_for_a_recall()
    {
        await using var visitor = await clinic.OpenAsync();
        await visitor.SignInAsync("physician");
        await visitor.GoAsync("/staff/stock/receive");

        await ShowAsync(visitor);
        await visitor.ReadsAsync("product number 04012345678901, lot CAM-1, use until 29 February 2028, serial S-9");
        await visitor.Page.GetByLabel("Product", new() { Exact = false }).SelectOptionAsync(new SelectOptionValue { Label = "Sterile cartridge, 12 needles" });
        await visitor.FillAsync("Units", "3");
        await visitor.PressAsync("Put on the shelf");
        await visitor.ReadsAsync("Lot CAM-1");

        await visitor.GoAsync("/staff/recall");
        await ShowAsync(visitor);
        await visitor.ReadsAsync("10CAM-1");
        await visitor.PressAsync("Find the people");
        await visitor.ReadsAsync("Who had lot CAM-1");
        Assert.Equal(3, await clinic.InAsync((ClinicDb db) => db.StockLots.Where(l => l.Lot == "CAM-1").Select(l => l.Remaining).SingleAsync()));
    }

    private static Task ShowAsync(Visitor visitor) =>
        visitor.Page.Locator("barcode-scan input[type=file]").SetInputFilesAsync(new FilePayload { Name = "pack.png", MimeType = "image/png", Buffer = Convert.FromBase64String(Pack) });
}
