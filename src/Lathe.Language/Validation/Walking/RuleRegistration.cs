using Lathe.Language.Errors;

namespace Lathe.Language.Validation.Walking;

/// <summary>A rule in an ordered list. Rules hold the state of one validation, hence a factory.</summary>
internal sealed record RuleRegistration(ErrorDescriptor Descriptor, Func<IValidationRule> Create);
