using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lathe.Generator.Analyzers;

/// <summary>Finds the expression that is the only value of a local, a read-only field, a property without a setter, or a method.</summary>
internal static class OnlyValues
{
    /// <summary>Finds the expression.</summary>
    /// <param name="symbol">The local, field, property or method.</param>
    /// <returns>The expression, or null when there may be other values.</returns>
    public static ExpressionSyntax? Find(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference])
            return null;
        return reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax { Initializer.Value: { } value } declarator when !IsWritten(declarator, symbol) => value,
            MethodDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
            MethodDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value,
            LocalFunctionStatementSyntax { ExpressionBody.Expression: { } value } => value,
            LocalFunctionStatementSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => value,
            PropertyDeclarationSyntax { ExpressionBody.Expression: { } value } => value,
            PropertyDeclarationSyntax { Initializer.Value: { } value } property when !IsWritten(property, symbol) => value,
            _ => null,
        };
    }

    // A variable that is written again may hold anything when it is used.
    private static bool IsWritten(SyntaxNode declaration, ISymbol symbol)
    {
        var scope = symbol is ILocalSymbol
            ? declaration.Ancestors().FirstOrDefault(static node => node is BlockSyntax) ?? declaration.SyntaxTree.GetRoot()
            : declaration.Ancestors().FirstOrDefault(static node => node is TypeDeclarationSyntax) ?? declaration;
        return scope.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => IsNamed(assignment.Left, symbol.Name),
            ArgumentSyntax argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && IsNamed(argument.Expression, symbol.Name),
            _ => false,
        });
    }

    private static bool IsNamed(ExpressionSyntax expression, string name) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText == name,
        TupleExpressionSyntax tuple => tuple.Arguments.Any(argument => IsNamed(argument.Expression, name)),
        _ => false,
    };
}
