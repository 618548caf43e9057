using Lathe.Language.Errors;

namespace Lathe.Language.Rules;

/// <summary>A rule in an ordered list.</summary>
/// <param name="Descriptor">What it reports.</param>
/// <param name="Scope">Where it runs.</param>
/// <param name="Create">Makes the rule: one may hold the state of a run.</param>
internal record RuleRegistration<TReport, TRule>(TReport Descriptor, RuleScope Scope, Func<TRule> Create);

/// <summary>A rule that reports one kind of error.</summary>
/// <param name="Descriptor">The kind of error.</param>
/// <param name="Scope">Where it runs.</param>
/// <param name="Create">Makes the rule: one may hold the state of a run.</param>
internal record RuleRegistration<TRule>(ErrorDescriptor Descriptor, RuleScope Scope, Func<TRule> Create)
    : RuleRegistration<ErrorDescriptor, TRule>(Descriptor, Scope, Create);
