using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Types;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>Labels of @defer and @stream are literal and unique.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Defer-And-Stream-Directive-Labels-Are-Unique">Specification</see>.</remarks>
internal sealed class DeferStreamDirectiveLabelRule : IDirectiveRule, IDocumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1030", "DeferStreamDirectiveLabel", "Label of @defer or @stream is not a unique string", ErrorSeverity.Error);

    public void EnterDirective(DirectiveSyntax directive, string location, ValidationContext context)
    {
        if (directive.Name.Value is not ("defer" or "stream"))
            return;
        var value = DirectiveLookup.FindArgument(directive, "label");
        if (value is null or NullValueSyntax)
            return;
        if (value is not StringValueSyntax label)
            context.Report(Descriptor, $"Argument \"@{directive.Name.Value}(label:)\" must be a static string.", directive);
        else
            context.Current?.Labels.Add((label.Value, directive));
    }

    public void LeaveDocuments(ValidationContext context)
    {
        var known = new Dictionary<string, DirectiveSyntax>(StringComparer.Ordinal);
        foreach (var (label, directive) in context.Facts.SelectMany(facts => facts.Labels))
        {
            if (known.TryGetValue(label, out var first))
                context.Report(
                    Descriptor,
                    "Value for arguments \"defer(label:)\" and \"stream(label:)\" must be unique across all Defer/Stream directive usages.",
                    [first, directive]);
            else
                known.Add(label, directive);
        }
    }
}
