using System.ComponentModel.DataAnnotations;
using Fibril.Platform.Data;
using Fibril.Platform.Ui;
using Fibril.Protocol;
using Microsoft.EntityFrameworkCore;

namespace Fibril.Pathway.Recovery;

/// <summary>The clinic's ready replies, all on one page.</summary>
public sealed class SaveReplies(ClinicDb db, Caller caller)
{
    public sealed class Input
    {
        [StringLength(SendReply.Longest)]
        public string? First { get; set; }

        [StringLength(SendReply.Longest)]
        public string? Second { get; set; }

        [StringLength(SendReply.Longest)]
        public string? Third { get; set; }

        [StringLength(SendReply.Longest)]
        public string? Fourth { get; set; }

        [StringLength(SendReply.Longest)]
        public string? Fifth { get; set; }

        [StringLength(SendReply.Longest)]
        public string? Sixth { get; set; }

        public IReadOnlyList<string> All => [.. new[] { First, Second, Third, Fourth, Fifth, Sixth }.Select(t => t?.Trim() ?? "")];

        public static Input Of(IReadOnlyList<string> replies) => new()
        {
            First = At(replies, 0), Second = At(replies, 1), Third = At(replies, 2), Fourth = At(replies, 3), Fifth = At(replies, 4), Sixth = At(replies, 5),
        };

        private static string? At(IReadOnlyList<string> replies, int place) => place < replies.Count ? replies[place] : null;
    }

    public async Task<FormResult> Handle(Input input)
    {
        var decision = input.All.Aggregate(Decision.Allow(), (sum, text) => sum.And(ReplyRules.MayWrite(ProtocolPack.Current, text)));
        if (!decision.IsAllowed)
        {
            return FormResult.Refuse(decision);
        }

        var own = await db.ReplyTemplates.ToDictionaryAsync(t => t.Number);
        foreach (var (text, number) in input.All.Select((t, n) => (t, n + 1)))
        {
            if (own.GetValueOrDefault(number) is { } template)
            {
                template.Text = text;
            }
            else
            {
                db.Add(new ReplyTemplate { Number = number, Text = text });
            }
        }

        await db.SaveAsync(caller.Act("change replies"));
        return FormResult.Go("/staff/recovery");
    }
}
