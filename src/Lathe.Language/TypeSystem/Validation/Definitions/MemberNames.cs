using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>Remembers where the members of types were first named.</summary>
internal sealed class MemberNames
{
    private readonly Dictionary<(string Type, string Member), NameSyntax> _names = [];

    /// <summary>Gives the first place of a name in a type, or null and remembers this one.</summary>
    internal NameSyntax? FindOrAdd(string type, NameSyntax member)
    {
        if (_names.TryGetValue((type, member.Value), out var first))
            return first;
        _names.Add((type, member.Value), member);
        return null;
    }
}
