using Lathe.Language.Errors;
using Lathe.Language.Paging;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary><c>@page</c> names a field that can be read page by page. Looked at once all else is right; not of the specification.</summary>
internal sealed class PageDirectiveRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor = PageErrors.FieldNotFound;

    public void LeaveDocuments(ValidationContext context)
    {
        if (context.HasErrors || !context.Facts.Exists(static facts => IsPaged(facts.Definition)))
            return;
        var fragments = new Dictionary<string, FragmentDefinitionSyntax>(StringComparer.Ordinal);
        foreach (var fragment in context.Facts.Select(static facts => facts.Definition).OfType<FragmentDefinitionSyntax>())
            fragments[fragment.Name.Value] = fragment;
        foreach (var operation in context.Facts.Select(static facts => facts.Definition).OfType<OperationDefinitionSyntax>().Where(IsPaged))
        {
            var search = PagerFinder.Find(
                context.Schema, operation, name => fragments.TryGetValue(name, out var found) ? found : null, context.CancellationToken);
            foreach (var error in search.Findings)
                context.Add(error);
        }
    }

    private static bool IsPaged(DefinitionSyntax definition) =>
        definition is OperationDefinitionSyntax && definition.Directives.Any(static one => one.Name.Value == "page");
}
