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
        Schema schema, IEnumerable<ScalarMapping> mappings, DefinitionSyntax definition, CancellationToken cancellationToken) =>
        [.. Leaves(schema, definition, cancellationToken).GroupBy(leaf => leaf.Name, StringComparer.Ordinal)
            .Where(uses => schema.FindType(uses.Key) is ScalarType && DefaultScalars.Find(uses.Key) is null)
            .Where(uses => mappings.All(mapping => mapping.Scalar != uses.Key))
            .Select(uses => uses.FirstOrDefault(use => !Suppressions.Cover(UnmappedScalarAdvice.Of([use])))).OfType<UnmappedScalar>()];

    private static IEnumerable<UnmappedScalar> Leaves(Schema schema, DefinitionSyntax definition, CancellationToken cancellationToken)
    {
        if (definition is FragmentDefinitionSyntax fragment)
            return Leaves(schema, fragment.TypeCondition.Name.Value, fragment.SelectionSet, cancellationToken);
        var operation = (OperationDefinitionSyntax)definition;
        var fields = Leaves(schema, schema.FindRootTypeName(operation.OperationType), operation.SelectionSet, cancellationToken);
        return operation.VariableDefinitions.SelectMany(variable => Leaves(schema, variable.Type)).Concat(fields);
    }

    // The user has no place in the file of an input object. So the variable is the place.
    private static IEnumerable<UnmappedScalar> Leaves(Schema schema, TypeSyntax variable)
    {
        var (type, location) = (NamedType(variable), new SourceLocation(variable.Source, variable.Span));
        return InputScalars.Of(schema, type).Select(one => new UnmappedScalar(one.Scalar, one.Coordinate, location))
            .Prepend(new UnmappedScalar(type, null, location));
    }

    private static IEnumerable<UnmappedScalar> Leaves(
        Schema schema, string? parentName, SelectionSetSyntax selectionSet, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (parentName is null || schema.FindType(parentName) is not { } parent)
            return [];
        return selectionSet.Selections.SelectMany(selection => selection switch
        {
            FieldSyntax field when schema.FindField(parent, field.Name.Value)?.Type.NamedType is { } type => field.SelectionSet is null
                ? [new UnmappedScalar(type, null, new SourceLocation(field.Name.Source, field.Name.Span))]
                : Leaves(schema, type, field.SelectionSet, cancellationToken),
            InlineFragmentSyntax inline =>
                Leaves(schema, inline.TypeCondition?.Name.Value ?? parentName, inline.SelectionSet, cancellationToken),
            _ => [],
        });
    }

    private static string NamedType(TypeSyntax type) => type switch
    {
        NonNullTypeSyntax nonNull => NamedType(nonNull.NullableType),
        ListTypeSyntax list => NamedType(list.ItemType),
        _ => ((NamedTypeSyntax)type).Name.Value,
    };
}
