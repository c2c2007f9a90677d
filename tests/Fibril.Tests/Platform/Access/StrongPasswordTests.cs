using Fibril.Platform.Access.Accounts;

namespace Fibril.Tests.Platform.Access;

public class StrongPasswordTests
{
    [Theory]
    [InlineData("short")]
    [InlineData("Password123!")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("qwertyuiop123456")]
    [InlineData("olu.owner@example.org")]
    public void Judge_password_that_is_guessed_soon_says_why_and_what_is_better(string password)
    {
        var problem = StrongPassword.Judge(password, ["olu.owner@example.org", "olu", "owner", "example"]);

        Assert.NotNull(problem);
        Assert.True(problem.Split(". ").Length >= 2, problem);
    }

    [Theory]
    [InlineData("plum-anvil-cobalt-seven")]
    [InlineData("xK9#mPq2vL5n")]
    public void Judge_password_that_takes_long_to_guess_is_good(string password) =>
        Assert.Null(StrongPassword.Judge(password, ["someone@example.org"]));

    [Fact]
    public void Judge_endless_password_is_refused() => Assert.NotNull(StrongPassword.Judge(new string('x', 201), []));
}
