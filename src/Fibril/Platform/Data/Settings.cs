using System.Net;
using System.Net.Sockets;

namespace Fibril.Platform.Data;

/// <summary>What differs from one installation to the next: the folder, the database, the address people use.</summary>
public sealed record Settings
{
    /// <summary>Folder with the database file, keys, encrypted files and undelivered mail.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Connection string; by default a SQLite file in the folder.</summary>
    public required string Connection { get; init; }

    /// <summary>Address that links in mails begin with.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>Mail server as <c>smtp://user:password@host:port</c>; null writes mails into the folder.</summary>
    public Uri? Smtp { get; init; }

    /// <summary>Address that mails come from, when the mail server insists on one; null takes the clinic's own.</summary>
    public string? MailFrom { get; init; }

    /// <summary>Reverse proxies whose word on the caller's address and scheme counts, as addresses or networks; nobody's by default.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Scheduled jobs run here; <c>--jobs=off</c> leaves them to other nodes.</summary>
    public bool Jobs { get; init; } = true;

    public static Settings From(IConfiguration configuration)
    {
        var directory = Path.GetFullPath(configuration["data"] ?? "data");
        return new()
        {
            DataDirectory = directory,
            Connection = configuration["database"] ?? $"Data Source={Path.Combine(directory, "fibril.db")}",
            PublicUrl = new Uri(configuration["public-url"] ?? configuration["urls"]?.Split(';')[0] ?? "http://127.0.0.1:5080"),
            Smtp = configuration["smtp"] is { Length: > 0 } smtp ? new Uri(smtp) : null,
            MailFrom = configuration["mail-from"] is { Length: > 0 } from ? from : null,
            Proxies = [.. (configuration["proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Proxy)],
            Jobs = configuration["jobs"] != "off",
        };
    }

    private static IPNetwork Proxy(string text) =>
        IPAddress.TryParse(text, out var address) && (text.Contains(':', StringComparison.Ordinal) || text.Count(c => c == '.') == 3) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetworkV6 ? 128 : 32)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new FormatException($"--proxies: '{text}' is neither an address such as 10.0.0.1 nor a network such as 10.0.0.0/24.");
}
