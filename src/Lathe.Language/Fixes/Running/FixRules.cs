using Lathe.Language.Errors;
using Lathe.Language.Fixes.Rules;

namespace Lathe.Language.Fixes.Running;

/// <summary>All fixes, in order.</summary>
internal static class FixRules
{
    /// <summary>The last of the phases, from 0.</summary>
    public const int LastPhase = 2;

    /// <summary>Gets the rules.</summary>
    public static IReadOnlyList<IFixRule> All { get; } =
    [
        new MeantNameFix(),
        new DeprecatedFieldFix(),
        new AnonymousOperationFix(),
        new OperationFileNameFix(),
        new RequiredArgumentFix(),
        new ListLimitFix(),
        new UndefinedVariableFix(),
        new UnusedVariableFix(),
        new UnusedFragmentFix(),
    ];

    /// <summary>Gets the kinds of error that have fixes, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
        [.. All.SelectMany(rule => rule.Ids).Distinct().OrderBy(id => id, StringComparer.Ordinal)];

    /// <summary>Proposes ways to mend an error.</summary>
    /// <param name="error">Any error.</param>
    /// <param name="context">The documents.</param>
    /// <returns>The ways, the nearest first; none where no rule knows one.</returns>
    public static IReadOnlyList<Fix> Propose(LanguageError error, FixContext context) => error.Locations.Count == 0
        ? []
        : [.. All.Where(rule => rule.Ids.Contains(error.Descriptor.Id)).SelectMany(rule => rule.Propose(error, context))];

    /// <summary>Gets the phase in which a kind of error has its turn.</summary>
    public static int PhaseOf(string id) => All.FirstOrDefault(rule => rule.Ids.Contains(id))?.Phase ?? LastPhase;
}
