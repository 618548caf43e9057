using Lathe.Generator.Binding;
using Lathe.Generator.Pipeline;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Diagnostics;

/// <summary>Tells of scalars that are raw JSON because nothing says what .NET type they are.</summary>
internal static class UnmappedScalarAdvice
{
    public static readonly ErrorDescriptor UnmappedScalar =
        new("GQL2013", "UnmappedScalar", "A custom scalar has no .NET type", ErrorSeverity.Information);

    /// <summary>
    /// Checks the variables, with all that their input objects lead to, and the fields of a unit's own definition;
    /// a scalar is told of where it is first met.
    /// </summary>
    public static IEnumerable<LanguageError> Check(CompilationUnit unit, CancellationToken cancellationToken)
    {
        var scalars = new ScalarMap(unit.Config.Scalars);
        return Leaves(unit, cancellationToken)
            .Where(leaf => unit.Schema.FindType(leaf.Type) is ScalarType && scalars.Find(leaf.Type).IsUnmapped)
            .GroupBy(leaf => leaf.Type, StringComparer.Ordinal)
            .Select(uses => Advise(uses.First()));
    }

    private static LanguageError Advise((string Type, SyntaxNode Node, string? Coordinate) use)
    {
        var (scalar, node, coordinate) = use;
        var message = $"Scalar '{scalar}'{(coordinate is null ? "" : $" of {coordinate}")} has no .NET type, so it is a JsonElement. Map it in "
            + $".graphqlrc.json: \"scalars\": {{ \"{scalar}\": \"string\" }}";
        return new LanguageError(UnmappedScalar, message, [new SourceLocation(node.Source, node.Span)]);
    }

    private static IEnumerable<(string Type, SyntaxNode Node, string? Coordinate)> Leaves(CompilationUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Definition is FragmentDefinitionSyntax fragment)
            return Leaves(unit.Schema, fragment.TypeCondition.Name.Value, fragment.SelectionSet, cancellationToken);
        var operation = (OperationDefinitionSyntax)unit.Definition;
        var fields = Leaves(unit.Schema, unit.Schema.FindRootTypeName(operation.OperationType), operation.SelectionSet, cancellationToken);
        return operation.VariableDefinitions.SelectMany(variable => Leaves(unit.Schema, variable.Type)).Concat(fields);
    }

    // An input object's own file is no place of the user's: what it leads to is told of at the variable.
    private static IEnumerable<(string Type, SyntaxNode Node, string? Coordinate)> Leaves(Schema schema, TypeSyntax variable)
    {
        var type = NamedType(variable);
        return InputScalars.Of(schema, type)
            .Select(one => (one.Scalar, (SyntaxNode)variable, (string?)one.Coordinate))
            .Prepend((type, variable, null));
    }

    private static IEnumerable<(string Type, SyntaxNode Node, string? Coordinate)> Leaves(
        Schema schema, string? parentName, SelectionSetSyntax selectionSet, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (parentName is null || schema.FindType(parentName) is not { } parent)
            return [];
        return selectionSet.Selections.SelectMany(selection => selection switch
        {
            FieldSyntax field when schema.FindField(parent, field.Name.Value)?.Type.NamedType is { } type =>
                field.SelectionSet is null ? [(type, field.Name, null)] : Leaves(schema, type, field.SelectionSet, cancellationToken),
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
