using Fibril.Pathway;
using Fibril.Platform.Ui;

namespace Fibril.Tests.Architecture;

public class FormTests
{
    /// <summary>The form reader refuses a blank for a Guid, so that an empty choice could never be posted.</summary>
    [Fact]
    public void No_form_reads_an_id_as_a_guid()
    {
        var inputs = typeof(Stage).Assembly.GetTypes().Select(InputOf).OfType<Type>().Distinct().ToList();

        var guids = inputs.SelectMany(t => t.GetProperties()).Where(p => p.CanWrite && p.PropertyType == typeof(Guid?)).Select(p => $"{p.DeclaringType}.{p.Name}");

        Assert.True(inputs.Count > 10);
        Assert.Empty(guids);
    }

    private static Type? InputOf(Type page) => page.BaseType is { IsGenericType: true } form && form.GetGenericTypeDefinition() == typeof(FormPage<>)
        ? form.GetGenericArguments()[0]
        : null;
}
