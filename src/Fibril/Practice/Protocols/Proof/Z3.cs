using System.Runtime.InteropServices;
using System.Text;

namespace Fibril.Practice.Protocols.Proof;

/// <summary>
/// The solver Z3, asked in SMT-LIB 2 text. The native library comes from the distribution (Debian: libz3-4): the NuGet package
/// Microsoft.Z3 carries none for Linux. Any version understands the text.
/// </summary>
internal sealed class Z3 : IDisposable
{
    private const string Library = "libz3.so.4";
    private nint context;

    public Z3()
    {
        var config = MakeConfig();
        context = MakeContext(config);
        DeleteConfig(config);
    }

    /// <summary>True when the library is there.</summary>
    public static bool IsThere
    {
        get
        {
            var there = NativeLibrary.TryLoad(Library, typeof(Z3).Assembly, null, out var handle);
            if (there)
            {
                NativeLibrary.Free(handle);
            }

            return there;
        }
    }

    /// <summary>Runs commands; what was declared stays.</summary>
    /// <exception cref="InvalidOperationException">The text was not understood.</exception>
    public string Run(string commands)
    {
        var answer = Marshal.PtrToStringUTF8(Evaluate(context, [.. Encoding.UTF8.GetBytes(commands), 0])) ?? "";
        return answer.Contains("(error", StringComparison.Ordinal) ? throw new InvalidOperationException($"Z3 did not understand: {answer.Trim()}") : answer.Trim();
    }

    public void Dispose()
    {
        if (context != 0)
        {
            DeleteContext(context);
            context = 0;
        }
    }

    [DllImport(Library, EntryPoint = "Z3_mk_config")]
    private static extern nint MakeConfig();

    [DllImport(Library, EntryPoint = "Z3_del_config")]
    private static extern void DeleteConfig(nint config);

    [DllImport(Library, EntryPoint = "Z3_mk_context")]
    private static extern nint MakeContext(nint config);

    [DllImport(Library, EntryPoint = "Z3_del_context")]
    private static extern void DeleteContext(nint context);

    [DllImport(Library, EntryPoint = "Z3_eval_smtlib2_string")]
    private static extern nint Evaluate(nint context, byte[] text);
}
