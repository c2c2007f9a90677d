using Microsoft.AspNetCore.Components.Forms.Mapping;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Fibril.Platform.Ui;

/// <summary>Reads forms as the framework does; where a text does not fit, the field says so itself. The framework would name the property.</summary>
internal sealed class OwnWords(IFormValueMapper framework, FormFields fields) : IFormValueMapper
{
    public bool CanMap(Type valueType, string scopeName, string? formName) => framework.CanMap(valueType, scopeName, formName);

    public void Map(FormValueMappingContext context)
    {
        if (context.OnError is { } add)
        {
            context.OnError = (name, _, text) => add(name, new Sentence(fields, name, text), text);
        }

        framework.Map(context);
    }

    public static void AddTo(IServiceCollection services)
    {
        var framework = services.Last(s => s.ServiceType == typeof(IFormValueMapper)).ImplementationType!;
        services.AddScoped<FormFields>();
        services.Replace(ServiceDescriptor.Scoped<IFormValueMapper>(p => new OwnWords((IFormValueMapper)ActivatorUtilities.CreateInstance(p, framework), p.GetRequiredService<FormFields>())));
    }

    /// <summary>Made when it is shown: the form is read before its fields are drawn.</summary>
    private sealed class Sentence(FormFields fields, string name, string? text) : FormattableString
    {
        public override int ArgumentCount => 0;

        public override string Format => fields.Unreadable(name, text);

        public override object? GetArgument(int index) => null;

        public override object?[] GetArguments() => [];

        public override string ToString(IFormatProvider? formatProvider) => Format;
    }
}
