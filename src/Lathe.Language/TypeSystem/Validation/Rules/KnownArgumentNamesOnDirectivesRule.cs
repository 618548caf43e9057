using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Arguments of directives applied in a schema are defined (section 5.4.1).</summary>
internal sealed class KnownArgumentNamesOnDirectivesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1061", "KnownArgumentNamesOnDirectives", "Unknown argument of a directive in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var directive in DirectiveSite.FindAll(context).SelectMany(static site => site.Directives))
        {
            if (directive.Arguments.Count > 0 && context.FindDirective(directive.Name.Value) is { } definition)
                Check(context, directive, definition);
        }
    }

    private static void Check(SchemaContext context, DirectiveSyntax directive, DirectiveDefinition definition)
    {
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (definition.Arguments.Any(known => known.Name == name))
                continue;
            var suggestion = context.Suggestions.For(name, definition.Arguments.Select(static known => known.Name));
            context.Report(Descriptor, $"Unknown argument \"{name}\" on directive \"@{definition.Name}\".{suggestion}", argument);
        }
    }
}
