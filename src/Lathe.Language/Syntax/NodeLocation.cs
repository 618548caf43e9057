using Lathe.Language.Errors;
using Lathe.Language.Text;

namespace Lathe.Language.Syntax;

/// <summary>The tokens to mark for a node: its head, not the lines of selections below it.</summary>
internal static class NodeLocation
{
    public static SourceLocation Of(SyntaxNode node)
    {
        var start = node.Span.Start;
        var end = node switch
        {
            FieldSyntax field => field.Name.Span.End,
            ArgumentSyntax argument => argument.Name.Span.End,
            ObjectFieldSyntax field => field.Name.Span.End,
            DirectiveSyntax directive => directive.Name.Span.End,
            VariableDefinitionSyntax variable => variable.Variable.Span.End,
            FragmentDefinitionSyntax fragment => fragment.Name.Span.End,
            OperationDefinitionSyntax operation => OperationEnd(operation),
            InlineFragmentSyntax fragment => fragment.TypeCondition?.Span.End ?? start + "...".Length,
            TypeDefinitionSyntax type => type.Name.Span.End,
            DirectiveDefinitionSyntax directive => directive.Name.Span.End,
            SelectionSetSyntax => start + 1,
            _ => node.Span.End,
        };
        return new SourceLocation(node.Source, SourceSpan.FromBounds(start, end));
    }

    private static int OperationEnd(OperationDefinitionSyntax operation)
    {
        if (operation.Name is { } name)
            return name.Span.End;
        var start = operation.Span.Start;
        if (operation.SelectionSet.Span.Start == start)
            return start + 1;
        return operation.Description is null ? start + OperationKeyword.Of(operation.OperationType).Length : operation.Description.Span.End;
    }
}
