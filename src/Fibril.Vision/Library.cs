namespace Fibril.Vision;

/// <summary>OpenCV's own library, which may be missing where nobody installed what it needs.</summary>
public static class Library
{
    /// <summary>What to do about it.</summary>
    public const string Advice = "OpenCV's library cannot be loaded on this machine; on Debian:  apt-get install libgtk-3-0";

    /// <summary>Whether this is why something of this assembly failed.</summary>
    public static bool IsMissing(Exception e) => e is DllNotFoundException or TypeInitializationException { InnerException: DllNotFoundException };
}
