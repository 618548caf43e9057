using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Advice;

/// <summary>Warns of lists that could be bounded by an argument and are not: the answer grows with the data.</summary>
internal static class ListLimitAdvice
{
    /// <summary>A list without a limit.</summary>
    public static readonly ErrorDescriptor ListWithoutLimit =
        new("GQL2012", "ListWithoutLimit", "A list is asked for without a limit", ErrorSeverity.Warning);

    private static readonly string[] s_limitArguments = ["limit", "first", "last", "take", "top", "pageSize", "perPage"];

    /// <summary>Checks the fields of an operation or fragment, not those of the fragments that it spreads.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="definition">An operation or fragment.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The advice in the order of the text.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LanguageError> Check(
        Schema schema, DefinitionSyntax definition, CancellationToken cancellationToken = default)
    {
        var result = new List<LanguageError>();
        if (definition is OperationDefinitionSyntax operation)
            Visit(schema, schema.FindRootType(operation.OperationType), operation.SelectionSet, result, cancellationToken);
        else if (definition is FragmentDefinitionSyntax fragment)
            Visit(schema, schema.FindType(fragment.TypeCondition.Name.Value), fragment.SelectionSet, result, cancellationToken);
        return result;
    }

    private static void Visit(
        Schema schema, NamedType? parent, SelectionSetSyntax selectionSet, List<LanguageError> result, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (parent is null)
            return;
        foreach (var selection in selectionSet.Selections)
        {
            if (selection is InlineFragmentSyntax inline)
            {
                var type = inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : parent;
                Visit(schema, type, inline.SelectionSet, result, cancellationToken);
            }
            else if (selection is FieldSyntax field && schema.FindField(parent, field.Name.Value) is { } definition)
            {
                if (MissingLimit(field, definition) is { } argument)
                    result.Add(Advise(field, argument));
                if (field.SelectionSet is { } inner)
                    Visit(schema, schema.FindType(definition.Type.NamedType), inner, result, cancellationToken);
            }
        }
    }

    /// <summary>Finds the argument that would bound a list.</summary>
    /// <returns>Its name; null where the field is no list, has a bound, or cannot have one.</returns>
    public static string? MissingLimit(FieldSyntax field, FieldDefinition definition)
    {
        var offered = Array.FindAll(s_limitArguments, name => definition.Arguments.Any(argument => argument.Name == name));
        // A connection is an object that holds a list. Its arguments say so.
        var isList = definition.Type.Nullable is ListTypeReference || offered.Any(name => name is "first" or "last");
        var given = field.Arguments.Any(argument => Array.IndexOf(offered, argument.Name.Value) >= 0 && argument.Value is not NullValueSyntax);
        return isList && offered.Length > 0 && !given ? offered[0] : null;
    }

    private static LanguageError Advise(FieldSyntax field, string argument)
    {
        var message = $"'{field.Name.Value}' returns as many items as there are. Bound it with the argument '{argument}'.";
        return new LanguageError(ListWithoutLimit, message, [new SourceLocation(field.Name.Source, field.Name.Span)]);
    }
}
