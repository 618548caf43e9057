using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.Validation;
using Lathe.Language.Validation.Rules;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Names an anonymous operation after its file.</summary>
internal sealed class AnonymousOperationFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [DocumentErrors.AnonymousOperation.Id, LoneAnonymousOperationRule.Descriptor.Id];

    public int Phase => 0;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (context.DefinitionAt(error.Locations[0]) is not OperationDefinitionSyntax { Name: null } operation
            || OperationName.Of(operation.Source.Path) is not { } name)
            yield break;
        for (var number = 1; number <= context.Documents.Operations.Count; number++)
        {
            var free = number == 1 ? name : $"{name}{number}";
            if (context.Documents.Operations.All(other => other.Name?.Value != free))
            {
                yield return new Fix($"Name the operation {free}", [Addition.Name(operation, free)]);
                yield break;
            }
        }
    }
}
