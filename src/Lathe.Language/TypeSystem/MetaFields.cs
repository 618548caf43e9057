namespace Lathe.Language.TypeSystem;

/// <summary>The fields that every schema has (sections 2.9.2 and 4.1).</summary>
internal static class MetaFields
{
    /// <summary>Gets the field <c>__typename</c> of every composite type.</summary>
    internal static FieldDefinition TypeName { get; } = new() { Name = "__typename", Type = NonNull("String") };

    /// <summary>Gets the field <c>__schema</c> of the query root.</summary>
    internal static FieldDefinition Schema { get; } = new() { Name = "__schema", Type = NonNull("__Schema") };

    /// <summary>Gets the field <c>__type</c> of the query root.</summary>
    internal static FieldDefinition Type { get; } = new()
    {
        Name = "__type",
        Type = new NamedTypeReference("__Type"),
        Arguments = [new InputValueDefinition { Name = "name", Type = NonNull("String") }],
    };

    private static NonNullTypeReference NonNull(string name) => new(new NamedTypeReference(name));
}
