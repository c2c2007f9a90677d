using Fibril.EndToEnd.Support;

namespace Fibril.EndToEnd;

public class RegisterTests(RunningClinic clinic)
{
    [Theory]
    [InlineData("Wanda", "1961-02-03", 1280, true)]
    [InlineData("Xaver", "1977-08-19", 390, true)]
    [InlineData("Yuki", "1999-11-28", 390, false)]
    public async Task New_person_is_registered_at_the_desk_and_a_course_is_opened(string given, string born, int width, bool javaScript)
    {
        Looks looks = new();
        await using var desk = await clinic.OpenAsync(width, javaScript, looks);
        await desk.SignInAsync("desk");
        await desk.FollowAsync("New patient");
        await desk.FillAsync("Given name", given);
        await desk.FillAsync("Family name", "Walker");
        await desk.FillAsync("Birth date", born);
        await desk.FillAsync("Mail", $"{given}.walker@demo.example");
        await desk.PressAsync("Register");
        await desk.FollowAsync("New course");
        await desk.FillAsync("What is it about?", "Acne scars, both cheeks");
        await desk.PressAsync("Open course");

        await desk.ReadsAsync($"{given} Walker: Acne scars, both cheeks");
        Assert.True(looks.Faults.Count == 0, string.Join('\n', looks.Faults));
    }
}
