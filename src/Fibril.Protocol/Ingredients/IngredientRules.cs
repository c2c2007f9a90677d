namespace Fibril.Protocol;

/// <content>Ingredients after needling.</content>
public sealed partial class ProtocolPack
{
    /// <summary>Ingredient classes with their days. Source: knowledge base 8.1.</summary>
    public IngredientRules IngredientRules => Section<IngredientRules>("inci.yaml");

    internal IngredientIndex IngredientIndex => (IngredientIndex)sections.GetOrAdd("inci.yaml#index", _ => new IngredientIndex(IngredientRules));
}

/// <summary>Ingredients as data.</summary>
public sealed record IngredientRules
{
    /// <summary>Classes to avoid for some days.</summary>
    public required IReadOnlyList<IngredientClass> Classes { get; init; }

    /// <summary>Ingredients that are allowed.</summary>
    public required HarmlessIngredients Bland { get; init; }

    /// <summary>Known ingredients without an active.</summary>
    public required HarmlessIngredients Neutral { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<IngredientSynonym> Synonyms { get; init; }
}

/// <summary>A class of ingredients and its days after a session.</summary>
public sealed record IngredientClass
{
    /// <summary>Kebab-case id.</summary>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>INCI names, whole.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Names whose place in the list decides.</summary>
    public IReadOnlyList<string> Trace { get; init; } = [];

    /// <summary>Families of names, by first and last words.</summary>
    public IReadOnlyList<NamePattern> Patterns { get; init; } = [];

    /// <summary>Only above this strength, per cent; without a stated strength it is a caution.</summary>
    public decimal? StrengthAbovePercent { get; init; }

    /// <summary>First day on which it may be used.</summary>
    public required int AvoidDays { get; init; }

    /// <summary>Shortest time anybody advises; the pack's default is longer.</summary>
    public int? MinimumDays { get; init; }

    /// <summary>With care until this day; 0 = no such time.</summary>
    public required int CautionDays { get; init; }

    /// <summary>The days move for deep sessions and for phototype IV to VI.</summary>
    public required bool LaterWhenDeep { get; init; }

    /// <summary>Why, for the patient.</summary>
    public required string Why { get; init; }

    /// <summary>Aftercare row it belongs to.</summary>
    public required string Row { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>A family of names by their first and last words.</summary>
public sealed record NamePattern
{
    /// <summary>First words, any of them.</summary>
    public required IReadOnlyList<string> StartsWith { get; init; }

    /// <summary>Last word; empty = any.</summary>
    public required string EndsWith { get; init; }
}

/// <summary>Ingredients that may be used from a day on.</summary>
public sealed record HarmlessIngredients
{
    /// <summary>First day.</summary>
    public required int FromDays { get; init; }

    /// <summary>INCI names, whole.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Grade.</summary>
    public required string Grade { get; init; }

    /// <summary>Source ids.</summary>
    public required IReadOnlyList<string> Sources { get; init; }
}

/// <summary>Another name of an ingredient.</summary>
public sealed record IngredientSynonym
{
    /// <summary>The other name.</summary>
    public required string Name { get; init; }

    /// <summary>The INCI name.</summary>
    public required string Means { get; init; }
}
