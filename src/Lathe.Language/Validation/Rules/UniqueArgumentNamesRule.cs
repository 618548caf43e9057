using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>The arguments of a field or directive have different names.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Argument-Uniqueness">Specification</see>.</remarks>
internal sealed class UniqueArgumentNamesRule : IArgumentsRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1022", "UniqueArgumentNames", "Two arguments have one name", ErrorSeverity.Error);

    public void EnterArguments(IReadOnlyList<ArgumentSyntax> arguments, ValidationContext context) =>
        Duplicates.Report(
            arguments,
            argument => argument.Name,
            (name, nodes) => context.Report(Descriptor, $"There can be only one argument named \"{name}\".", nodes));
}
