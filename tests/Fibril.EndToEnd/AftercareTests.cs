using System.Text;
using System.Text.RegularExpressions;
using Fibril.EndToEnd.Support;
using Fibril.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Fibril.EndToEnd;

/// <summary>The sheet on paper, and a product's barcode before a camera.</summary>
public partial class AftercareTests(RunningClinic clinic)
{
    /// <summary>Left-hand digits with odd parity; even parity is their mirror's complement. Source: GS1 General Specifications, figure 5.2.1.2.1-1.</summary>
    private const string DrawEan13 = """
        (number) => {
          const odd = ["0001101", "0011001", "0010011", "0111101", "0100011", "0110001", "0101111", "0111011", "0110111", "0001011"];
          const right = odd.map((bars) => [...bars].map((b) => 1 - b).join(""));
          const even = right.map((bars) => [...bars].reverse().join(""));
          const parity = ["OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"][number[0]];
          const left = [...number.slice(1, 7)].map((d, i) => (parity[i] === "O" ? odd : even)[d]).join("");
          const bars = `101${left}01010${[...number.slice(7)].map((d) => right[d]).join("")}101`;
          const canvas = Object.assign(document.createElement("canvas"), { width: 95 * 4 + 120, height: 260 });
          const pen = canvas.getContext("2d");
          pen.fillStyle = "white";
          pen.fillRect(0, 0, canvas.width, canvas.height);
          pen.fillStyle = "black";
          [...bars].forEach((b, i) => b === "1" && pen.fillRect(60 + i * 4, 30, 4, 200));
          return canvas.toDataURL("image/png").split(",")[1];
        }
        """;

    [Fact]
    public async Task Sheet_is_two_pages_of_A4_at_most_for_staff_and_for_the_person()
    {
        var (longest, own) = await clinic.InAsync<ClinicDb, (Guid, Guid)>(async db => (
            (await db.AftercareSheets.AsNoTracking().ToListAsync()).MaxBy(s => s.Rows.Sum(r => r.Do.Length + r.Why.Length))!.SessionId,
            await (from s in db.AftercareSheets join p in db.Patients on s.PatientId equals p.Id where p.Email == "yara.haddad@demo.example" select s.SessionId).FirstAsync()));
        await using var staff = await clinic.OpenAsync();
        await staff.SignInAsync("physician");
        await staff.GoAsync($"/staff/sessions/{longest}/sheet");
        Assert.InRange(await PagesAsync(staff), 1, 2);

        await using var visitor = await clinic.OpenAsync(390);
        await visitor.SignInByMailAsync("yara.haddad@demo.example");
        await visitor.GoAsync($"/my/aftercare/{own}");
        Assert.InRange(await PagesAsync(visitor), 1, 2);
    }

    [Fact]
    public async Task Barcode_before_the_camera_fills_the_number_and_names_the_line_that_must_wait()
    {
        await using var visitor = await clinic.OpenAsync(390);
        await visitor.SignInByMailAsync("yara.haddad@demo.example");
        await visitor.GoAsync("/my/products");
        var picture = Convert.FromBase64String(await visitor.Page.EvaluateAsync<string>(DrawEan13, "5012345678900"));

        await visitor.Page.Locator("barcode-scan input[type=file]").SetInputFilesAsync(new FilePayload { Name = "code.png", MimeType = "image/png", Buffer = picture });
        await visitor.ReadsAsync("Read 5012345678900.");
        await visitor.PressAsync("Check");

        await visitor.ReadsAsync("Night renewal serum");
        await visitor.ReadsAsync("line 7, Retinyl Palmitate, vitamin A (retinoid).");
    }

    private static async Task<int> PagesAsync(Visitor visitor)
    {
        var pdf = await visitor.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true });
        return Page().Count(Encoding.Latin1.GetString(pdf));
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}
