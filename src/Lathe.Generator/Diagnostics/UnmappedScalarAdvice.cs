using Lathe.Generator.Binding;
using Lathe.Generator.Pipeline;
using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Diagnostics;

/// <summary>Tells of scalars that come as raw JSON because nothing says what .NET type they are.</summary>
internal static class UnmappedScalarAdvice
{
    public static readonly ErrorDescriptor UnmappedScalar =
        new("GQL2013", "UnmappedScalar", "A custom scalar has no .NET type", ErrorSeverity.Information);

    /// <summary>Checks the variables and fields of a unit's own definition; a scalar is told of where it is first met.</summary>
    public static IEnumerable<LanguageError> Check(CompilationUnit unit, CancellationToken cancellationToken)
    {
        var scalars = new ScalarMap(unit.Config.Scalars);
        return Leaves(unit, cancellationToken)
            .Where(leaf => unit.Schema.FindType(leaf.Type) is ScalarType && scalars.Find(leaf.Type).IsUnmapped)
            .GroupBy(leaf => leaf.Type, StringComparer.Ordinal)
            .Select(uses => Advise(uses.Key, uses.First().Node));
    }

    private static LanguageError Advise(string scalar, SyntaxNode node)
    {
        var message = $"Scalar '{scalar}' has no .NET type, so it is read as JsonElement. Map it in .graphqlrc.json: \"scalars\": {{ \"{scalar}\": \"string\" }}";
        return new LanguageError(UnmappedScalar, message, [new SourceLocation(node.Source, node.Span)]);
    }

    private static IEnumerable<(string Type, SyntaxNode Node)> Leaves(CompilationUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Definition is FragmentDefinitionSyntax fragment)
            return Leaves(unit.Schema, fragment.TypeCondition.Name.Value, fragment.SelectionSet, cancellationToken);
        var operation = (OperationDefinitionSyntax)unit.Definition;
        var fields = Leaves(unit.Schema, unit.Schema.FindRootTypeName(operation.OperationType), operation.SelectionSet, cancellationToken);
        return operation.VariableDefinitions.Select(variable => (NamedType(variable.Type), (SyntaxNode)variable.Type)).Concat(fields);
    }

    private static IEnumerable<(string Type, SyntaxNode Node)> Leaves(
        Schema schema, string? parentName, SelectionSetSyntax selectionSet, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (parentName is null || schema.FindType(parentName) is not { } parent)
            return [];
        return selectionSet.Selections.SelectMany(selection => selection switch
        {
            FieldSyntax field when schema.FindField(parent, field.Name.Value)?.Type.NamedType is { } type =>
                field.SelectionSet is null ? [(type, field.Name)] : Leaves(schema, type, field.SelectionSet, cancellationToken),
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
