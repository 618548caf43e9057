using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The root fields of mutations and subscriptions are neither deferred nor streamed.</summary>
/// <remarks>
/// Of the incremental delivery proposal, beyond the
/// <see href="https://spec.graphql.org/September2025/#sec-Validation.Directives">specification</see>.
/// </remarks>
internal sealed class DeferStreamDirectiveOnRootFieldRule : IOperationRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1031", "DeferStreamDirectiveOnRootField", "@defer or @stream at the root of a mutation or subscription", ErrorSeverity.Error);

    // Fragments in which an earlier operation found nothing.
    private readonly HashSet<string> _clean = new(StringComparer.Ordinal);

    public void EnterOperation(OperationDefinitionSyntax operation, ValidationContext context)
    {
        if (operation.OperationType == OperationType.Query || context.Schema.FindRootType(operation.OperationType) is not { } root)
            return;
        var place = $"cannot be used on root {OperationKeyword.Of(operation.OperationType)} type \"{root.Name}\".";
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionSetSyntax>();
        pending.Push(operation.SelectionSet);
        var clean = true;
        while (pending.Count > 0)
        {
            foreach (var selection in pending.Pop().Selections)
            {
                if (Find(selection, visited, pending, context) is not { } directive)
                    continue;
                clean = false;
                var name = directive.Name.Value == "defer" ? "Defer" : "Stream";
                context.Report(Descriptor, $"{name} directive {place}", directive);
            }
        }

        if (clean)
            _clean.UnionWith(visited);
    }

    private DirectiveSyntax? Find(SelectionSyntax selection, HashSet<string> visited, Stack<SelectionSetSyntax> pending, ValidationContext context)
    {
        switch (selection)
        {
            case FieldSyntax field:
                return DirectiveLookup.FindDirective(field.Directives, "stream");
            case InlineFragmentSyntax inline:
                pending.Push(inline.SelectionSet);
                return DirectiveLookup.FindDirective(inline.Directives, "defer");
            default:
                var name = ((FragmentSpreadSyntax)selection).Name.Value;
                if (!visited.Add(name) || context.Documents.FindFragment(name) is not { } fragment)
                    return null;
                if (!_clean.Contains(name))
                    pending.Push(fragment.SelectionSet);
                return DirectiveLookup.FindDirective(selection.Directives, "defer");
        }
    }
}
