using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lathe.Tool.StrawberryShake.Migration;

/// <summary>The variables and members of a file that hold the result of an operation.</summary>
internal sealed class ResultNames
{
    private readonly HashSet<(SyntaxNode? Member, string Name)> _names = [];
    private readonly ShakeNames _operations;

    private ResultNames(ShakeNames operations) => _operations = operations;

    public static ResultNames Find(SyntaxNode root, ShakeNames operations)
    {
        var names = new ResultNames(operations);
        foreach (var node in root.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } variable
                && (IsResult(declaration.Type) || (variable.Initializer is { } value && names.IsCall(value.Value))))
                names.Add(node, variable.Identifier);
            else if (node is ParameterSyntax { Type: { } type } parameter && IsResult(type))
                names.Add(node, parameter.Identifier);
            else if (node is PropertyDeclarationSyntax property && IsResult(property.Type))
                names.Add(node, property.Identifier);
            else if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment && names.IsCall(assignment.Right))
                names.Add(node, left.Identifier);
        }

        return names;
    }

    /// <summary>Tells whether an expression is a result.</summary>
    public bool Holds(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => _names.Contains((MemberOf(name), name.Identifier.Text)) || _names.Contains((null, name.Identifier.Text)),
        ParenthesizedExpressionSyntax parenthesized => Holds(parenthesized.Expression),
        _ => IsCall(expression),
    };

    // Of fields and properties the whole file knows.
    private void Add(SyntaxNode node, SyntaxToken name) => _names.Add(
        (node is PropertyDeclarationSyntax || node.Parent?.Parent is FieldDeclarationSyntax ? null : MemberOf(node), name.Text));

    private static SyntaxNode? MemberOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(one => one is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);

    private static bool IsResult(TypeSyntax type) => type.DescendantNodesAndSelf().OfType<GenericNameSyntax>()
        .Any(name => name.Identifier.Text == "IOperationResult" && name.Parent is not TypeArgumentListSyntax);

    private bool IsCall(ExpressionSyntax expression) => expression switch
    {
        AwaitExpressionSyntax awaited => IsCall(awaited.Expression),
        ParenthesizedExpressionSyntax parenthesized => IsCall(parenthesized.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } access } =>
            IsCall(access.Expression),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ExecuteAsync", Expression: MemberAccessExpressionSyntax operation },
        } => _operations.Find(operation.Name.Identifier.Text) is not null,
        _ => false,
    };
}
