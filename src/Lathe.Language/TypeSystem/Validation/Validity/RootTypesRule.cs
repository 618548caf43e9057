using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>Root operation types are different objects, and there is one for queries (section 3.3.1).</summary>
internal sealed class RootTypesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1080", "Root operation type missing or not an object");

    public void Check(SchemaContext context)
    {
        var definition = context.DefinitionsOf<SchemaDefinitionSyntax>().LastOrDefault(static schema => !schema.IsExtension);
        var extensions = context.DefinitionsOf<SchemaDefinitionSyntax>().Where(static schema => schema.IsExtension);
        List<RootOperationTypeSyntax> roots =
            [.. (definition is null ? extensions : extensions.Prepend(definition)).SelectMany(static schema => schema.RootOperationTypes)];
        var uses = new List<(OperationType Operation, TypeShape Type, SyntaxNode? Place)>();
        foreach (var operation in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
        {
            var named = roots.FindAll(root => root.OperationType == operation);
            if (Check(context, operation, definition, named) is { } type)
                uses.Add((operation, type, named.Count > 0 ? named[0].Type : null));
        }

        foreach (var same in uses.GroupBy(static use => use.Type).Where(static group => group.Count() > 1))
        {
            var operations = Joined([.. same.Select(static use => use.Operation.ToString().ToLowerInvariant())]);
            var message = $"All root types must be different, \"{same.Key.Name}\" type is used as {operations} root types.";
            context.Report(Descriptor, message, [.. same.Select(static use => use.Place)]);
        }
    }

    private static string Joined(List<string> words) => words.Count == 2
        ? $"{words[0]} and {words[1]}"
        : $"{string.Join(", ", words.Take(words.Count - 1))}, and {words[words.Count - 1]}";

    /// <summary>Gives the type of a root, or null where there is none that is an object.</summary>
    private static TypeShape? Check(
        SchemaContext context, OperationType operation, SchemaDefinitionSyntax? definition, List<RootOperationTypeSyntax> roots)
    {
        // Without a schema definition a type of the default name is the root; else the last that is named.
        var byDefault = definition is null ? context.Types.Find(operation.ToString()) : null;
        var root = byDefault ?? (roots.Count == 0 ? null : context.Types.Find(roots[roots.Count - 1].Type));
        if (root is null && operation == OperationType.Query)
            context.Report(Descriptor, "Query root type must be provided.", definition);
        if (root is null or { IsObject: true })
            return root;
        var provided = operation == OperationType.Query ? string.Empty : " if provided";
        SyntaxNode place = roots.Count > 0 ? roots[0].Type : root.Definition;
        context.Report(Descriptor, $"{operation} root type must be Object type{provided}, it cannot be {root.Name}.", place);
        return null;
    }
}
