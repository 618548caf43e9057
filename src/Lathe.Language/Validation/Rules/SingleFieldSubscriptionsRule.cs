using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A subscription selects one field at its root, and not an introspection field.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Single-Root-Field">Specification</see>.</remarks>
internal sealed class SingleFieldSubscriptionsRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1006", "SingleFieldSubscriptions", "Subscription with several root fields", ErrorSeverity.Error);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (operation.OperationType != OperationType.Subscription || context.Schema.FindRootType(OperationType.Subscription) is not { } root)
            return;
        var fields = new RootFields(root, context);
        fields.Collect(operation.SelectionSet);
        var subject = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        if (fields.Conditions.Count > 0)
        {
            context.Report(Descriptor, $"{subject} must not use `@skip` or `@include` directives in the top level selection.", fields.Conditions);
            return;
        }

        if (fields.Groups.Count == 0)
            context.Report(Descriptor, $"{subject} must select one top level field.", operation.SelectionSet);
        if (fields.Groups.Count > 1)
            context.Report(Descriptor, $"{subject} must select only one top level field.", AllButFirst(fields.Groups));
        foreach (var group in fields.Groups)
        {
            if (((FieldSyntax)group[0]).Name.Value.StartsWith("__", StringComparison.Ordinal))
                context.Report(Descriptor, $"{subject} must not select an introspection top level field.", group);
        }
    }

    private static List<SyntaxNode> AllButFirst(List<List<SyntaxNode>> groups)
    {
        var nodes = new List<SyntaxNode>();
        for (var i = 1; i < groups.Count; i++)
            nodes.AddRange(groups[i]);
        return nodes;
    }
}
