namespace Lathe.Language.TypeSystem;

/// <summary>The type of a field, argument, input field or variable, by name; equal by value.</summary>
internal abstract record TypeReference
{
    /// <summary>Gets the name of the type within all lists and non-nulls.</summary>
    public abstract string NamedType { get; }

    /// <summary>Gets a value indicating whether null is excluded.</summary>
    public bool IsNonNull => this is NonNullTypeReference;

    /// <summary>Gets the type without an outer non-null.</summary>
    public TypeReference Nullable => this is NonNullTypeReference nonNull ? nonNull.NullableType : this;
}

/// <summary>A type by name.</summary>
/// <param name="Name">The name.</param>
internal sealed record NamedTypeReference(string Name) : TypeReference
{
    /// <inheritdoc/>
    public override string NamedType => Name;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A list.</summary>
/// <param name="ItemType">The type of the items.</param>
internal sealed record ListTypeReference(TypeReference ItemType) : TypeReference
{
    /// <inheritdoc/>
    public override string NamedType => ItemType.NamedType;

    /// <inheritdoc/>
    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type that excludes null.</summary>
/// <param name="NullableType">The type within; never a <see cref="NonNullTypeReference"/>.</param>
internal sealed record NonNullTypeReference(TypeReference NullableType) : TypeReference
{
    /// <inheritdoc/>
    public override string NamedType => NullableType.NamedType;

    /// <inheritdoc/>
    public override string ToString() => $"{NullableType}!";
}
