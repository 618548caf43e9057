namespace Lathe.Language.Tests.Architecture;

/// <summary>The namespaces of the front end in their order: one refers to those above it in this list, and to no other.</summary>
internal static class Layers
{
    public const string Root = "Lathe.Language.";

    public static readonly string[] InOrder =
    [
        "Text",
        "Collections",
        "Errors",
        "Rules",
        "Json",
        "Syntax",
        "Syntax.Parsing",
        "Fragments",
        "TypeSystem.Indexing",
        "TypeSystem",
        "TypeSystem.Values",
        "Introspection",
        "Printing",
        "TypeSystem.Validation.Definitions",
        "TypeSystem.Validation.Rules",
        "TypeSystem.Validation.Validity",
        "TypeSystem.Validation",
        "Schemas",
        "Paging",
        "Validation.Types",
        "Validation.Fragments",
        "Validation.Walking",
        "Validation.Overlap",
        "Validation.Expansion",
        "Validation.Rules",
        "Validation",
        "Changes",
        "Changes.Rules",
        "Changes.Comparison",
        "Changes.Impact",
        "Configuration",
        "Advice",
        "Projects",
        "Fixes",
        "Fixes.Rules",
        "Fixes.Running",
    ];

    /// <summary>Finds the layer of a type's namespace; -1 for one that stands in no layer of the front end.</summary>
    public static int Of(Type type) => type.Namespace is { } name && name.StartsWith(Root, StringComparison.Ordinal)
        ? Array.IndexOf(InOrder, name[Root.Length..])
        : -1;
}
