using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Practice.Protocols;

/// <summary>The clinic adopts the protocol that this program carries: a signed act, by name, for exactly this text.</summary>
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

        if (await db.ProtocolAdoptions.OrderByDescending(a => a.AdoptedAt).Select(a => a.Hash).FirstOrDefaultAsync() == pack.Hash)
        {
            return FormResult.Refuse("already-adopted", "This version is already adopted.");
        }

        db.Add(new ProtocolAdoption
        {
            ProtocolId = pack.Header.Id,
            ProtocolVersion = pack.Header.Version,
            Hash = pack.Hash,
            AdoptedAt = caller.Now,
            AdoptedBy = caller.Who.Id,
            AdoptedByName = caller.Who.Name,
            Note = input.Note!.Trim(),
        });
        await db.SaveAsync(caller.Act("adopt protocol", input.Note.Trim()));
        return FormResult.Go("/staff/practice/protocol");
    }
}
