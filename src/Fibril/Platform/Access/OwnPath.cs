namespace Fibril.Platform.Access;

/// <summary>Where a sign-in may lead: pages of ours, whatever the address bar says.</summary>
internal static class OwnPath
{
    public static string Of(string? path, string otherwise)
    {
        var local = path is { Length: > 1 } && path[0] == '/' && path[1] is not ('/' or '\\') && !path.Any(char.IsControl);
        return local ? path! : otherwise;
    }
}
