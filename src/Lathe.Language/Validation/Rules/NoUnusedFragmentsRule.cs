using Lathe.Language.Errors;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Each fragment is used by an operation. For single documents only: in a project it is advice.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">Specification</see>.</remarks>
internal sealed class NoUnusedFragmentsRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1013", "NoUnusedFragments", "Fragment is not used", ErrorSeverity.Error);

    public void LeaveDocuments(ValidationContext context)
    {
        if (context.Lost.Any)
            return;
        var used = context.Documents.FindUsedFragments();
        foreach (var fragment in context.Documents.Fragments)
        {
            if (!used.Contains(fragment.Name.Value))
                context.Report(Descriptor, $"Fragment \"{fragment.Name.Value}\" is never used.", fragment);
        }
    }
}
