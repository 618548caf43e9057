namespace Lathe.Generator.Model;

/// <summary>What the configuration says of a client, as far as generated code depends on it.</summary>
internal sealed record ClientConfig
{
    /// <summary>Gets the name of the client class.</summary>
    public required string ClientName { get; init; }

    /// <summary>Gets the namespace of all generated types; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>Gets a value indicating whether generated types are <c>public</c> rather than <c>internal</c>.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Gets the endpoint that the registration starts with, or null.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Gets the mappings of custom scalars, in ordinal order of the scalars' names.</summary>
    public EquatableArray<ScalarMapping> Scalars { get; init; }
}

/// <summary>The .NET type of a scalar as configured.</summary>
/// <param name="Scalar">The scalar's name.</param>
/// <param name="ClrType">The .NET type, such as <c>decimal</c>, <c>System.TimeSpan</c> or <c>MyShop.Money</c>.</param>
/// <param name="Converter">
/// The type that implements <c>Lathe.IScalarConverter&lt;T&gt;</c>; null when the type is one that Lathe knows or implements it itself.
/// </param>
internal sealed record ScalarMapping(string Scalar, string ClrType, string? Converter);
