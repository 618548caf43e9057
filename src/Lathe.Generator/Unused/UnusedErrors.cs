using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Generator.Unused;

/// <summary>What is selected, sent or defined, and that no C# uses.</summary>
internal static class UnusedErrors
{
    /// <summary>A field that no C# reads.</summary>
    public static readonly ErrorDescriptor Field = new("GQL2050", "UnusedField", "A field is selected and never read", ErrorSeverity.Warning);

    /// <summary>An operation that no C# sends.</summary>
    public static readonly ErrorDescriptor Operation = new("GQL2051", "UnusedOperation", "An operation is never used", ErrorSeverity.Warning);

    /// <summary>A fragment that only operations spread which no C# sends.</summary>
    public static readonly ErrorDescriptor Fragment =
        new("GQL2052", "UnusedFragmentOfOperations", "A fragment is used by unused operations alone", ErrorSeverity.Warning);

    /// <summary>What a project uses of generated code, noted for the search across projects.</summary>
    public static readonly ErrorDescriptor Noted =
        new("GQL2054", "UsageNoted", "What C# uses of generated code is noted", ErrorSeverity.Information);

    public static LanguageError Of(FieldUse use)
    {
        var property = use.Properties.Count == 0 ? "its property" : use.Properties.Min!.Substring("global::".Length);
        return new LanguageError(
            Field,
            $"Field \"{use.ParentType}.{use.Field.Name.Value}\" is selected, and no C# reads {property}. Remove it, "
                + "or name it in \"keepFields\" of .graphqlrc.json.",
            [NodeLocation.Of(use.Field)]);
    }

    public static LanguageError Of(OperationDefinitionSyntax operation, string method) => new(
        Operation,
        $"No C# calls {method} or names a type of the operation \"{operation.Name!.Value}\". Remove it.",
        [NodeLocation.Of(operation)]);

    public static LanguageError Of(FragmentDefinitionSyntax fragment) => new(
        Fragment,
        $"Only operations that no C# uses spread fragment \"{fragment.Name.Value}\", and no C# names its types. Remove it with them.",
        [NodeLocation.Of(fragment)]);
}
