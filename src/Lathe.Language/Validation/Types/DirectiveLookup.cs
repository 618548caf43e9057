using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Types;

/// <summary>Finds a directive of a name, or an argument of a directive.</summary>
internal static class DirectiveLookup
{
    public static DirectiveSyntax? FindDirective(IReadOnlyList<DirectiveSyntax> directives, string name)
    {
        for (var i = 0; i < directives.Count; i++)
        {
            if (directives[i].Name.Value == name)
                return directives[i];
        }

        return null;
    }

    public static ValueSyntax? FindArgument(DirectiveSyntax directive, string name)
    {
        for (var i = 0; i < directive.Arguments.Count; i++)
        {
            if (directive.Arguments[i].Name.Value == name)
                return directive.Arguments[i].Value;
        }

        return null;
    }
}
