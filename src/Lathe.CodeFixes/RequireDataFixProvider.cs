using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lathe.CodeFixes;

/// <summary>
/// Makes <c>RequireData()</c> of <c>Data!</c> (<c>GQL3003</c>). <c>Data?.</c> is left to a person, who alone knows whether an empty answer will do.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RequireDataFixProvider))]
[Shared]
public sealed class RequireDataFixProvider : CodeFixProvider
{
    private const string Title = "Use RequireData(), which throws with the errors";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GQL3003");

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax found
                || Marked(found) is not { } marked || Required(marked) is not { } required)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(marked, required.WithTriviaFrom(marked)))), Title),
                diagnostic);
        }
    }

    // With its exclamation mark; without one, where the compiler does not ask for it, only before a member.
    private static ExpressionSyntax? Marked(ExpressionSyntax found)
    {
        var outer = found.FirstAncestorOrSelf<PostfixUnaryExpressionSyntax>(one => one.Span == found.Span || one.Operand == found);
        if (outer is not null && outer.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            return outer;
        return found is MemberAccessExpressionSyntax { Parent: MemberAccessExpressionSyntax user } && user.Expression == found ? found : null;
    }

    private static InvocationExpressionSyntax? Required(ExpressionSyntax marked)
    {
        var data = marked is PostfixUnaryExpressionSyntax suppressed ? suppressed.Operand : marked;
        var name = SyntaxFactory.IdentifierName("RequireData");
        return data switch
        {
            MemberAccessExpressionSyntax access => SyntaxFactory.InvocationExpression(access.WithName(name)),
            MemberBindingExpressionSyntax binding => SyntaxFactory.InvocationExpression(binding.WithName(name)),
            _ => null,
        };
    }
}
