using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Rules;

/// <summary>A field exists on the type that it is selected from.</summary>
/// <remarks><see href="https://spec.graphql.org/September2025/#sec-Field-Selections">Specification</see>.</remarks>
internal sealed class FieldsOnCorrectTypeRule : IFieldRule
{
    public static readonly ErrorDescriptor Descriptor =
        new("GQL1004", "FieldsOnCorrectType", "Field is not in the schema", ErrorSeverity.Error);

    public void EnterField(FieldSyntax field, ValidationContext context)
    {
        if (context.ParentType is not { } type || context.Field is not null)
            return;
        var name = field.Name.Value;
        var suggestion = SuggestTypes(type, name, context);
        if (suggestion.Length == 0 && type is FieldsType fieldsType)
            suggestion = context.Suggestions.For(name, fieldsType.Fields.Select(candidate => candidate.Name));
        context.Report(Descriptor, $"Cannot query field \"{name}\" on type \"{type.Name}\".{suggestion}", field);
    }

    /// <summary>Finds the types within an abstract one that do have the field, the most common first.</summary>
    private static string SuggestTypes(NamedType type, string fieldName, ValidationContext context)
    {
        if (!type.IsAbstract)
            return string.Empty;
        var possibleTypes = context.Schema.GetPossibleTypes(type.Name);
        if (!context.Suggestions.TakeSearch(possibleTypes.Count))
            return string.Empty;
        var uses = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var possible in possibleTypes)
        {
            if (context.Schema.FindType(possible) is not ObjectType objectType || objectType.FindField(fieldName) is null)
                continue;
            uses[possible] = 1;
            foreach (var name in objectType.Interfaces)
            {
                if (context.Schema.FindType(name) is InterfaceType candidate && candidate.FindField(fieldName) is not null)
                    uses[name] = uses.TryGetValue(name, out var count) ? count + 1 : 1;
            }
        }

        // A type has more interfaces than each of them has: the most general types come first.
        var names = uses.Keys
            .OrderByDescending(name => uses[name])
            .ThenBy(name => context.Schema.FindType(name) is FieldsType { Interfaces.Count: var count } ? count : 0)
            .ThenBy(name => name, StringComparer.Ordinal);
        return Suggestions.Format("to use an inline fragment on ", [.. names]);
    }
}
