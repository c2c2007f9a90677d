using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;

namespace Fibril.Practice.Protocols;

/// <summary>The clinic adopts the protocol that this program carries: a signed act, by name, for exactly this text. Its own changes go on as far as they fit.</summary>
public sealed class AdoptProtocol(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        /// <summary>Hash of the pack that was read; another one since then is refused.</summary>
        public string? Hash { get; set; }

        [Required(ErrorMessage = "Write who looked at what, or what the clinic decided."), StringLength(1000)]
        public string? Note { get; set; }

        [Range(typeof(bool), "true", "true", ErrorMessage = "Tick that you have read the rules and take them for the clinic.")]
        public bool Read { get; set; }
    }

    public async Task<FormResult> Handle(Input input)
    {
        var pack = ProtocolPack.Current;
        if (input.Hash != pack.Hash)
        {
            return FormResult.Refuse("protocol-changed", "The program now carries another version than the one you read. Read it, then adopt it.");
        }

        var former = (await AdoptedProtocol.OfAsync(db)).Adoption;
        if (former?.Hash == pack.Hash)
        {
            return FormResult.Refuse("already-adopted", "This version is already adopted.");
        }

        db.Add(Adoption(caller, input.Note!.Trim(), [.. (former?.RuleChanges ?? []).Select(c => RuleChanges.Remaining(pack, c)).OfType<RuleChange>()], former));
        return await UniqueKey.TrySaveAsync(db, caller.Act("adopt protocol", input.Note.Trim())) ? FormResult.Go("/staff/practice/protocol") : Overtaken;
    }

    /// <summary>Somebody else has signed in between.</summary>
    internal static FormResult Overtaken => FormResult.Refuse("protocol-changed", "Somebody has changed the rules since you opened this page. Look at them, then try again.");

    /// <summary>The row of an adoption, signed by the caller.</summary>
    internal static ProtocolAdoption Adoption(Caller caller, string note, IReadOnlyList<RuleChange> changes, ProtocolAdoption? former) => new()
    {
        Number = (former?.Number ?? 0) + 1,
        ProtocolId = ProtocolPack.Current.Header.Id,
        ProtocolVersion = ProtocolPack.Current.Header.Version,
        Hash = ProtocolPack.Current.Hash,
        AdoptedAt = caller.Now,
        AdoptedBy = caller.Who.Id,
        AdoptedByName = caller.Who.Name,
        Note = note,
        Changes = changes.Count == 0 ? "" : new ClinicChanges { Changes = changes }.ToText(),
    };
}
