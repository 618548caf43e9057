using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>Reads the built-in directives that say something about a definition (section 3.13).</summary>
internal static class KnownDirectives
{
    private const string DefaultReason = "No longer supported";

    /// <summary>Gives the reason of <c>@deprecated</c>, the default one where none is given, or null without the directive.</summary>
    internal static string? DeprecationReason(IReadOnlyList<DirectiveSyntax> directives) =>
        Find(directives, "deprecated") is { } deprecated ? StringArgument(deprecated, "reason") ?? DefaultReason : null;

    internal static string? SpecifiedByUrl(IReadOnlyList<DirectiveSyntax> directives) =>
        Find(directives, "specifiedBy") is { } specifiedBy ? StringArgument(specifiedBy, "url") : null;

    internal static bool IsOneOf(IReadOnlyList<DirectiveSyntax> directives) => Find(directives, "oneOf") is not null;

    internal static DirectiveSyntax? Find(IReadOnlyList<DirectiveSyntax> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return directive;
        }

        return null;
    }

    private static string? StringArgument(DirectiveSyntax directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (argument.Name.Value == name)
                return (argument.Value as StringValueSyntax)?.Value;
        }

        return null;
    }
}
