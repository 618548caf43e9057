using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Lathe.CodeFixes;

/// <summary>
/// Puts the name of a configuration value where a key stood (<c>GQL3001</c>). The key itself is written nowhere: it has been seen, and is to be
/// revoked. One that a constant holds elsewhere is left to a person, since it would stay there.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(KeyInConfigurationFixProvider))]
[Shared]
public sealed class KeyInConfigurationFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("GQL3001");

    /// <summary>Gets nothing: each key has a place of its own.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax key
                || KeyPlace.Replacement(key, model, context.CancellationToken) is not { } place)
                continue;
            context.RegisterCodeFix(
                CodeAction.Create(
                    place.Title,
                    _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(key, place.Value.WithTriviaFrom(key)))),
                    nameof(KeyInConfigurationFixProvider)),
                diagnostic);
        }
    }
}
