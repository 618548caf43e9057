using Lathe.Language.Errors;
using Lathe.Language.Syntax.Parsing;

namespace Lathe.Language.TypeSystem;

/// <summary>What a server's schema has of an edition newer than this front end: it is kept, and never stops a client.</summary>
internal static class NewerSyntax
{
    internal static readonly ErrorDescriptor Advice =
        new("GQL2014", "NewerSyntax", "The schema uses syntax of a newer edition", ErrorSeverity.Information);

    /// <summary>Puts one piece of advice in the place of all errors about syntax that may be newer.</summary>
    internal static IReadOnlyList<LanguageError> ForClient(IReadOnlyList<LanguageError> errors)
    {
        if (!errors.Any(IsNewer))
            return errors;
        var seen = false;
        var result = new List<LanguageError>(errors.Count);
        foreach (var error in errors)
        {
            if (!IsNewer(error))
                result.Add(error);
            else if (!seen)
                result.Add(Advise(error));
            seen |= IsNewer(error);
        }

        return result;
    }

    /// <summary>Makes the advice about one piece of unknown syntax.</summary>
    internal static LanguageError Advise(LanguageError error) => error.Descriptor == Advice ? error : new LanguageError(
        Advice,
        $"The schema has a directive that this version of Lathe does not understand whole ({error.Message.TrimEnd('.')}). "
            + "It is kept as it is and changes no client.",
        error.Locations);

    private static bool IsNewer(LanguageError error) => error.Descriptor == Advice || error.Descriptor == SyntaxErrors.OfNewerEdition;
}
