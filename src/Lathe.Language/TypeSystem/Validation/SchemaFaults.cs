using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Validation.Rules;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>How grave the faults of a server's schema are for its clients.</summary>
internal static class SchemaFaults
{
    // What a server's own directives mean, and how they are applied, is no business of the client.
    private static readonly HashSet<string> OfTheServer = new(StringComparer.Ordinal)
    {
        KnownDirectivesRule.Descriptor.Id,
        UniqueDirectivesPerLocationRule.Descriptor.Id,
        KnownArgumentNamesOnDirectivesRule.Descriptor.Id,
        UniqueArgumentNamesRule.Descriptor.Id,
        ProvidedRequiredArgumentsOnDirectivesRule.Descriptor.Id,
    };

    private static readonly HashSet<string> Grave = new(StringComparer.Ordinal) { KnownTypeNamesRule.Descriptor.Id };

    /// <summary>Tells the errors of schema rules from syntax errors and the like.</summary>
    internal static bool IsRule(ErrorDescriptor descriptor) =>
        string.CompareOrdinal(descriptor.Id, "GQL1050") >= 0 && string.CompareOrdinal(descriptor.Id, "GQL1139") <= 0;

    /// <summary>Gives the fault as a client sees it, or null where it does not concern a client.</summary>
    internal static LanguageError? ForClient(LanguageError error)
    {
        var descriptor = error.Descriptor;
        if (OfTheServer.Contains(descriptor.Id))
            return null;
        return Grave.Contains(descriptor.Id)
            ? error
            : new LanguageError(descriptor with { Severity = ErrorSeverity.Warning }, error.Message, error.Locations);
    }
}
