using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>What becomes of a rule in this clinic.</summary>
public enum RuleStanding
{
    /// <summary>As published.</summary>
    Published,

    /// <summary>Stricter.</summary>
    Stricter,

    /// <summary>Shown as a note that stops nothing.</summary>
    Off,
}

/// <summary>The clinic tightens a rule, switches it off or takes it back as published: a signed act with a reason, on top of the adopted version.</summary>
public sealed class ChangeRule(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        /// <summary>Hash of the clinic's pack that was looked at; another one since then is refused.</summary>
        public string? Hash { get; set; }

        [Required(ErrorMessage = "Choose what becomes of the rule.")]
        public RuleStanding? Standing { get; set; }

        public Dictionary<string, decimal?> Numbers { get; set => field = value ?? []; } = []; // a form without a number sends none

        public int? DaysLonger { get; set; }

        public FindingEffect? Effect { get; set; }

        public Overrider? OverridableBy { get; set; }

        [Required(ErrorMessage = "Say why; every finding of the rule shows it."), StringLength(300, ErrorMessage = "Say it in 300 letters.")]
        public string? Because { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that a clinician of this clinic has decided it.")]
        public bool Decided { get; set; }

        /// <summary>The rule as it stands, to be changed.</summary>
        public static Input Of(ProtocolPack pack, RuleChange? change) => new()
        {
            Hash = pack.Hash,
            Standing = change is null ? null : change.Off ? RuleStanding.Off : RuleStanding.Stricter,
            Numbers = (change?.Numbers ?? new Dictionary<string, decimal>()).ToDictionary(n => n.Key, n => (decimal?)n.Value),
            DaysLonger = change?.DaysLonger,
            Effect = change?.Effect,
            OverridableBy = change?.OverridableBy,
            Because = change?.Because,
        };
    }

    public async Task<FormResult> Handle(string rule, Input input)
    {
        var (pack, adoption, _) = await AdoptedProtocol.OfAsync(db);
        if (adoption?.Hash != ProtocolPack.Current.Hash)
        {
            return FormResult.Refuse("not-adopted", "The clinic has not adopted this version of the protocol. Adopt it first; then change rules.");
        }

        if (input.Hash != pack.Hash)
        {
            return AdoptProtocol.Overtaken;
        }

        var change = Change(rule, input);
        if (change is not null && RuleChanges.Problems(ProtocolPack.Current, change) is { Count: > 0 } problems)
        {
            return FormResult.Refuse(Decision.From(problems.Select(p => new Reason("rule-change", Sentence(p), "clinic"))));
        }

        var changes = AdoptionRules.Replace(adoption.RuleChanges, rule, change);
        var row = AdoptProtocol.Adoption(caller, $"{rule}, {Standing(input.Standing!.Value)}: {input.Because!.Trim()}", changes, adoption);
        if (row.Changes == adoption.Changes)
        {
            return FormResult.Refuse("rule-unchanged", "The rule stands like this already.");
        }

        db.Add(row);
        var act = caller.Act("change rule", $"{rule} {Standing(input.Standing.Value)}: {input.Because.Trim()}");
        return await UniqueKey.TrySaveAsync(db, act) ? FormResult.Go(Address(rule)) : AdoptProtocol.Overtaken;
    }

    /// <summary>Where a rule is shown.</summary>
    public static string Address(string rule) => $"/staff/practice/protocol/rules/{rule}";

    private static RuleChange? Change(string rule, Input input) => input.Standing switch
    {
        RuleStanding.Off => new() { Rule = rule, Off = true, Because = input.Because!.Trim() },
        RuleStanding.Stricter => new()
        {
            Rule = rule,
            Numbers = input.Numbers.Where(n => n.Value is not null).ToDictionary(n => n.Key, n => n.Value!.Value),
            DaysLonger = input.DaysLonger,
            Effect = input.Effect,
            OverridableBy = input.OverridableBy,
            Because = input.Because!.Trim(),
        },
        _ => null,
    };

    private static string Standing(RuleStanding standing) => standing switch { RuleStanding.Off => "switched off", RuleStanding.Stricter => "stricter", _ => "as published" };

    private static string Sentence(string problem) => char.ToUpperInvariant(problem[0]) + problem[1..];
}
