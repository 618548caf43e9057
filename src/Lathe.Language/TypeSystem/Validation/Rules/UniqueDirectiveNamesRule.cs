using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Directives have names of their own (section 3.13).</summary>
internal sealed class UniqueDirectiveNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1056", "UniqueDirectiveNames", "Directive defined twice", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        var defined = new Dictionary<string, NameSyntax>(StringComparer.Ordinal);
        foreach (var directive in context.DefinitionsOf<DirectiveDefinitionSyntax>())
        {
            if (directive.IsExtension)
                continue;
            var name = directive.Name.Value;
            if (context.Existing?.FindDirective(name) is not null)
                context.Report(Descriptor, $"Directive \"@{name}\" already exists in the schema. It cannot be redefined.", directive.Name);
            else if (defined.TryGetValue(name, out var first))
                context.Report(Descriptor, $"There can be only one directive named \"@{name}\".", first, directive.Name);
            else
                defined.Add(name, directive.Name);
        }
    }
}
