using Lathe.Language.Errors;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A fragment is used by an operation of the project.</summary>
/// <remarks>
/// <see href="https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used">Specification</see>, which has it as an error for a single
/// document.
/// </remarks>
internal sealed class UnusedFragmentRule : IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL2005", "UnusedFragment", "No operation uses a fragment", ErrorSeverity.Warning);

    public void LeaveDocuments(ValidationContext context)
    {
        if (context.Lost.Any)
            return;
        var used = context.Documents.FindUsedFragments();
        foreach (var fragment in context.Documents.Fragments)
        {
            var name = fragment.Name.Value;
            if (!used.Contains(name))
                context.Report(
                    Descriptor, $"No operation of the project uses fragment \"{name}\". Spread it as \"...{name}\", or remove it.", fragment);
        }
    }
}
