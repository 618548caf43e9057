using Lathe.Language.Rules;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation;

/// <summary>Which rules <see cref="DocumentValidator"/> applies.</summary>
internal sealed record ValidationOptions
{
    /// <summary>Gets the rules for a project: all but the one that forbids unused fragments.</summary>
    public static ValidationOptions Project { get; } = new();

    /// <summary>Gets the rules as the specification has them for a single document.</summary>
    public static ValidationOptions Strict { get; } = new() { ReportUnusedFragments = true };

    /// <summary>Gets the advice of <see cref="AdviceRules"/> in place of errors.</summary>
    public static ValidationOptions Advice { get; } = new() { OnlyAdvice = true };

    /// <summary>Gets a value indicating whether a fragment that no operation uses is an error. False unless set.</summary>
    public bool ReportUnusedFragments { get; init; }

    /// <summary>Gets a value indicating whether <see cref="AdviceRules"/> apply instead of <see cref="SpecifiedRules"/>. False unless set.</summary>
    public bool OnlyAdvice { get; init; }

    /// <summary>Gets the scopes of the rules to apply; null, the default, for those of any scope.</summary>
    public IReadOnlyCollection<RuleScope>? Scopes { get; init; }

    /// <summary>Gets the rules to apply by <see cref="Errors.ErrorDescriptor.Rule"/>; null, the default, for all.</summary>
    public IReadOnlyCollection<string>? OnlyRules { get; init; }

    /// <summary>
    /// Gets the fragments that are defined in texts which are not among the documents because they do not parse: spreading them
    /// is no error. Empty unless set; those lost within the documents are found without it.
    /// </summary>
    public IReadOnlyCollection<string> LostFragments { get; init; } = [];

    /// <summary>
    /// Gets the names of fragments in texts that are not among the documents: they are proposed for misspelt ones. Empty unless set.
    /// </summary>
    public IReadOnlyCollection<string> OtherFragments { get; init; } = [];

    /// <summary>
    /// Gets how many comparisons of fields the search for conflicts may make beyond those that the size of the documents
    /// allows, and a twentieth of how many fragments operations may reach in all. 1,000,000 unless set.
    /// </summary>
    public int WorkBudget { get; init; } = 1_000_000;

    internal List<IValidationRule> CreateRules()
    {
        var registered = OnlyAdvice ? AdviceRules.Registered : SpecifiedRules.Registered;
        var rules = new List<IValidationRule>(registered.Count);
        foreach (var registration in registered)
        {
            if (!OnlyAdvice && !ReportUnusedFragments && registration.Descriptor == NoUnusedFragmentsRule.Descriptor)
                continue;
            if (Scopes?.Contains(registration.Scope) == false)
                continue;
            if (OnlyRules is null || OnlyRules.Contains(registration.Descriptor.Rule))
                rules.Add(registration.Create());
        }

        return rules;
    }
}
