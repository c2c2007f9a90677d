using System.CommandLine;
using Fibril.Platform.Jobs;
using Fibril.Standards.Fhir;

namespace Fibril.Pathway;

/// <summary>What one stage of the pathway contributes to the program, besides its pages, rows and use cases, which are found by themselves.</summary>
public abstract class Stage
{
    /// <summary>1 to 9, the order of the pathway and the number of its folder.</summary>
    public abstract int Number { get; }

    /// <summary>Plural noun, the name of its folder: "Consents".</summary>
    public abstract string Name { get; }

    /// <summary>The stage in one paragraph: what it takes, what it decides, what it leaves behind.</summary>
    public abstract string Summary { get; }

    public string Folder => $"{Number:00}-{Name}";

    public virtual void AddServices(IServiceCollection services)
    {
    }

    /// <summary>Addresses of buttons and files; pages map themselves.</summary>
    public virtual void Map(IEndpointRouteBuilder routes)
    {
    }

    /// <summary>FHIR resources that can be read of this stage.</summary>
    public virtual IEnumerable<FhirResource> Resources => [];

    /// <summary>What it does by the clock.</summary>
    public virtual IEnumerable<JobSchedule> Jobs => [];

    /// <summary>Commands it adds to <c>fibril</c>.</summary>
    public virtual IEnumerable<Command> Verbs => [];
}
