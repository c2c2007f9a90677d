using System.Security.Cryptography;
using System.Text;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Fibril.Tests.Order))]
[assembly: TestMethodOrderer(typeof(Fibril.Tests.Order))]
[assembly: TestCaseOrderer(typeof(Fibril.Tests.Order))]

namespace Fibril.Tests;

/// <summary>
/// An order that has no meaning but is the same in every checkout; the runner's own follows the path of the assembly. Another
/// <c>FIBRIL_TEST_ORDER</c> (any word) shuffles anew: a test that needs another one before it shows itself.
/// </summary>
public sealed class Order : ITestCollectionOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    private static readonly string Word = Environment.GetEnvironmentVariable("FIBRIL_TEST_ORDER") ?? "";

    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections) where T : ITestCollection =>
        Shuffle(testCollections, c => c.TestCollectionDisplayName);

    public IReadOnlyCollection<T?> OrderTestMethods<T>(IReadOnlyCollection<T?> testMethods) where T : notnull, ITestMethod =>
        Shuffle(testMethods, m => m?.MethodName ?? "");

    public IReadOnlyCollection<T> OrderTestCases<T>(IReadOnlyCollection<T> testCases) where T : notnull, ITestCase =>
        Shuffle(testCases, c => c.TestCaseDisplayName);

    private static IReadOnlyCollection<T> Shuffle<T>(IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(one => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Word + name(one)))), StringComparer.Ordinal)];
}
