using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Advice;

/// <summary>What a schema demands of the caller: <c>@requiresScopes</c> and <c>@authenticated</c> on the types and fields in use.</summary>
internal static class RequiredScopes
{
    /// <summary>Gets the scopes that directives demand.</summary>
    /// <param name="directives">The directives of a type or field.</param>
    /// <returns>The scopes. The argument is a list of alternatives, each a list of scopes that are all needed; the first serves.</returns>
    public static IEnumerable<string> Of(IReadOnlyList<DirectiveSyntax> directives)
    {
        foreach (var directive in directives.Where(directive => directive.Name.Value == "requiresScopes"))
        {
            var value = directive.Arguments.FirstOrDefault(argument => argument.Name.Value == "scopes")?.Value;
            while (value is ListValueSyntax { Values: [ListValueSyntax first, ..] })
                value = first;
            var scopes = value is ListValueSyntax list ? list.Values.OfType<StringValueSyntax>() : value is StringValueSyntax single ? [single] : [];
            foreach (var scope in scopes)
                yield return scope.Value;
        }
    }

    /// <summary>Finds what the caller of an operation needs.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="fragments">The fragments that it reaches.</param>
    /// <returns>The scopes in ordinal order, and whether the caller must be authenticated, as it must for any scope.</returns>
    public static (IReadOnlyList<string> Scopes, bool IsAuthenticated) Find(
        Schema schema, OperationDefinitionSyntax operation, IEnumerable<FragmentDefinitionSyntax> fragments)
    {
        var walk = new Walk(schema);
        walk.Visit(operation.SelectionSet, schema.FindRootType(operation.OperationType));
        foreach (var fragment in fragments)
            walk.Visit(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
        return ([.. walk.Scopes], walk.IsAuthenticated || walk.Scopes.Count > 0);
    }

    private sealed class Walk(Schema schema)
    {
        public SortedSet<string> Scopes { get; } = new(StringComparer.Ordinal);

        public bool IsAuthenticated { get; private set; }

        public void Visit(SelectionSetSyntax selections, NamedType? parent)
        {
            if (parent is null)
                return;
            Note(parent.Directives);
            foreach (var selection in selections.Selections)
            {
                if (selection is InlineFragmentSyntax inline)
                    Visit(inline.SelectionSet, inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : parent);
                else if (selection is FieldSyntax field && schema.FindField(parent, field.Name.Value) is { } definition)
                    Visit(field, definition);
            }
        }

        private void Visit(FieldSyntax field, FieldDefinition definition)
        {
            Note(definition.Directives);
            var type = schema.FindType(definition.Type.NamedType);
            if (field.SelectionSet is { } selections)
                Visit(selections, type);
            else if (type is not null)
                Note(type.Directives);
        }

        private void Note(IReadOnlyList<DirectiveSyntax> directives)
        {
            if (directives.Count == 0)
                return;
            Scopes.UnionWith(Of(directives));
            IsAuthenticated |= directives.Any(directive => directive.Name.Value == "authenticated");
        }
    }
}
