using System.Collections.Immutable;
using System.Composition;
using Lathe.Language.Fixes;
using Lathe.Language.Fixes.Running;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Lathe.CodeFixes;

/// <summary>Offers in <c>.graphql</c> files what <c>lathe fix</c> does, in editors that offer fixes for additional files.</summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(GraphQLFixProvider),
    DocumentKinds = new[] { nameof(TextDocumentKind.AdditionalDocument) },
    DocumentExtensions = new[] { ".graphql", ".gql" })]
[Shared]
public sealed class GraphQLFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = FixRules.Ids.ToImmutableArray();

    /// <summary>Gets nothing: <c>lathe fix</c> mends all at once, and checks what comes of it.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        foreach (var (diagnostic, fix) in ProjectDocuments.Propose(document, context.Diagnostics, context.CancellationToken))
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    fix.Title, _ => Task.FromResult(Apply(document.Project.Solution, document.Project, fix)), $"{diagnostic.Id}:{fix.Title}"),
                diagnostic);
        }

        return Task.CompletedTask;
    }

    // A fix may touch several files: a fragment's variable is declared by each operation that spreads it.
    private static Solution Apply(Solution solution, Project project, Fix fix)
    {
        foreach (var edits in fix.Edits.GroupBy(static edit => edit.Place.Source))
        {
            if (project.AdditionalDocuments.FirstOrDefault(one => ProjectDocuments.PathOf(one) == edits.Key.Path) is { } document)
                solution = solution.WithAdditionalDocumentText(document.Id, SourceText.From(TextEdits.Apply(edits.Key, edits)));
        }

        return solution;
    }
}
