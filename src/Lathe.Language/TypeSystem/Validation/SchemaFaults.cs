using Lathe.Language.Errors;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>How grave the faults of a server's schema are for its clients.</summary>
internal static class SchemaFaults
{
    /// <summary>Tells the errors of schema rules from syntax errors and the like.</summary>
    internal static bool IsRule(ErrorDescriptor descriptor) => SchemaRules.Find(descriptor) is not null;

    /// <summary>Gives the fault as a client sees it, or null where it does not concern a client.</summary>
    internal static LanguageError? ForClient(LanguageError error) => SchemaRules.Find(error.Descriptor)?.ForClient switch
    {
        ClientView.Ignored => null,
        ClientView.Error => error,
        _ => new LanguageError(error.Descriptor with { Severity = ErrorSeverity.Warning }, error.Message, error.Locations),
    };
}
