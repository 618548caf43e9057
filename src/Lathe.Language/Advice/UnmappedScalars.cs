using Lathe.Language.Configuration;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Advice;

/// <summary>A scalar that neither the configuration nor the defaults give a .NET type, where it is met.</summary>
/// <param name="Name">The scalar.</param>
/// <param name="Coordinate">The input field that has it, such as <c>Filter.price</c>; null where the place itself does.</param>
/// <param name="Location">The field, or the variable whose type leads to it.</param>
internal sealed record UnmappedScalar(string Name, string? Coordinate, SourceLocation Location);

/// <summary>Finds the scalars that are raw JSON because nothing says what .NET type they are.</summary>
internal static class UnmappedScalars
{
    /// <summary>
    /// Finds them in the variables, with all that their input objects lead to, and in the fields of a definition, not in those of the fragments that
    /// it spreads. Each comes once, where it is first met and no comment suppresses it.
    /// </summary>
    /// <param name="schema">The schema.</param>
    /// <param name="mappings">The types that the configuration gives.</param>
    /// <param name="definition">An operation or fragment that is valid.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<UnmappedScalar> Of(
        Schema schema, IEnumerable<ScalarMapping> mappings, DefinitionSyntax definition, CancellationToken cancellationToken)
    {
        var search = new Search(schema, mappings, cancellationToken);
        search.Visit(definition);
        return search.Found.Count == 0
            ? []
            : [.. search.Found.GroupBy(static use => use.Name, StringComparer.Ordinal)
                .Select(static uses => uses.FirstOrDefault(static use => !Suppressions.Cover(UnmappedScalarAdvice.Of([use]))))
                .OfType<UnmappedScalar>()];
    }

    private static string NamedType(TypeSyntax type) => type switch
    {
        NonNullTypeSyntax nonNull => NamedType(nonNull.NullableType),
        ListTypeSyntax list => NamedType(list.ItemType),
        _ => ((NamedTypeSyntax)type).Name.Value,
    };

    private sealed class Search(Schema schema, IEnumerable<ScalarMapping> mappings, CancellationToken cancellationToken)
    {
        public List<UnmappedScalar> Found { get; } = [];

        public void Visit(DefinitionSyntax definition)
        {
            if (definition is FragmentDefinitionSyntax fragment)
                Visit(fragment.SelectionSet, fragment.TypeCondition.Name.Value);
            if (definition is not OperationDefinitionSyntax operation)
                return;
            foreach (var variable in operation.VariableDefinitions)
                Visit(variable.Type);
            Visit(operation.SelectionSet, schema.FindRootTypeName(operation.OperationType));
        }

        // The user has no place in the file of an input object. So the variable is the place.
        private void Visit(TypeSyntax variable)
        {
            var type = NamedType(variable);
            Add(type, null, variable);
            foreach (var (scalar, coordinate) in InputScalars.Of(schema, type))
                Add(scalar, coordinate, variable);
        }

        private void Visit(SelectionSetSyntax set, string? parentName)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (parentName is null || schema.FindType(parentName) is not { } parent)
                return;
            foreach (var selection in set.Selections)
            {
                if (selection is InlineFragmentSyntax inline)
                    Visit(inline.SelectionSet, inline.TypeCondition?.Name.Value ?? parentName);
                else if (selection is FieldSyntax field && schema.FindField(parent, field.Name.Value)?.Type.NamedType is { } type)
                    VisitField(field, type);
            }
        }

        private void VisitField(FieldSyntax field, string type)
        {
            if (field.SelectionSet is { } set)
                Visit(set, type);
            else
                Add(type, null, field.Name);
        }

        private void Add(string name, string? coordinate, SyntaxNode place)
        {
            if (schema.FindType(name) is ScalarType && DefaultScalars.Find(name) is null && mappings.All(mapping => mapping.Scalar != name))
                Found.Add(new UnmappedScalar(name, coordinate, new SourceLocation(place.Source, place.Span)));
        }
    }
}
