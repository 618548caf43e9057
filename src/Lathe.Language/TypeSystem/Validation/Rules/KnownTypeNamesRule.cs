using Lathe.Language.Errors;
using Lathe.Language.TypeSystem.Indexing;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Rules;

/// <summary>Types that a schema refers to exist in it (section 3.4).</summary>
internal sealed class KnownTypeNamesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor =
        new("GQL1057", "KnownTypeNames", "Unknown type in the schema", ErrorSeverity.Error);

    public void Check(SchemaContext context)
    {
        foreach (var type in TypeUses.FindAll(context))
        {
            var name = type.Name.Value;
            if (IsKnown(context, name))
                continue;
            var suggestion = context.Suggestions.For(name, KnownNames(context));
            context.Report(Descriptor, $"Unknown type \"{name}\".{suggestion}", type);
        }
    }

    internal static bool IsKnown(SchemaContext context, string name) =>
        context.TypeDefinitions.ContainsKey(name) || BuiltIns.FindType(name) is not null || context.Existing?.HasType(name) == true;

    private static IEnumerable<string> KnownNames(SchemaContext context) =>
        BuiltIns.Entries.Where(static entry => entry.IsType).Select(static entry => entry.Name)
            .Concat(context.Existing?.TypeNames ?? [])
            .Concat(context.TypeDefinitions.Keys);
}
