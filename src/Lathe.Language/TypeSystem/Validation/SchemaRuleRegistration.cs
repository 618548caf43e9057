using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>A rule of schemas.</summary>
internal sealed record SchemaRuleRegistration(ErrorDescriptor Descriptor, RuleScope Scope, Func<ISchemaRule> Create)
    : RuleRegistration<ISchemaRule>(Descriptor, Scope, Create)
{
    /// <summary>Gets what a breach in a server's schema is to its clients. A warning unless set.</summary>
    public ClientView ForClient { get; init; }
}
