using Lathe.Language.Errors;
using Lathe.Language.Rules;
using Lathe.Language.Syntax;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem.Indexing;
using Lathe.Language.TypeSystem.Validation.Definitions;
using Lathe.Language.TypeSystem.Validation.Rules;

namespace Lathe.Language.TypeSystem.Validation;

/// <summary>
/// Faults that show when a single type is looked up, so that a build that parses no more than it needs still tells of
/// what it meets, as grave as it is for a client.
/// </summary>
internal static class TypeFaults
{
    internal static IEnumerable<LanguageError> OfType(SchemaIndex index, IReadOnlyList<TypeDefinitionSyntax> parts)
    {
        var context = new SchemaContext(parts, existing: null, CancellationToken.None);
        SchemaRules.Run(context, RuleScope.Type);
        foreach (var use in parts.SelectMany(TypeUses.Of))
        {
            if (!index.Types.ContainsKey(use.Name.Value))
                context.Report(KnownTypeNamesRule.Descriptor, $"Unknown type \"{use.Name.Value}\".", use);
        }

        return context.Errors.Select(SchemaFaults.ForClient).OfType<LanguageError>();
    }

    /// <summary>Reports the types and directives that the scan met twice.</summary>
    internal static IEnumerable<LanguageError> OfIndex(SchemaIndex index)
    {
        foreach (var entry in index.Duplicates)
        {
            var isType = entry.IsType;
            var first = isType ? index.Types[entry.Name].Definition : index.Directives[entry.Name];
            var message = isType
                ? $"There can be only one type named \"{entry.Name}\"."
                : $"There can be only one directive named \"@{entry.Name}\".";
            var descriptor = isType ? UniqueTypeNamesRule.Descriptor : UniqueDirectiveNamesRule.Descriptor;
            yield return SchemaFaults.ForClient(new LanguageError(descriptor, message, [NameOf(first), NameOf(entry)]))!;
        }
    }

    private static SourceLocation NameOf(DefinitionEntry entry) =>
        new(entry.Source, new SourceSpan(entry.NameStart, entry.Name.Length));
}
