using Fibril.Platform.Access;

namespace Fibril.Platform.Messages;

public sealed class MessagePolicy : IPolicy
{
    public const string Manage = "Messages.Manage";

    public IEnumerable<AccessRule> Rules => [AccessRule.Staff(Manage, Role.Owner, Role.Practitioner, Role.FrontDesk)];
}
