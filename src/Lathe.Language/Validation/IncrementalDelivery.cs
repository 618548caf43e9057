using Lathe.Language.Syntax;

namespace Lathe.Language.Validation;

/// <summary>What several rules ask of <c>@defer</c>, <c>@stream</c>, <c>@skip</c> and <c>@include</c>.</summary>
internal static class IncrementalDelivery
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
