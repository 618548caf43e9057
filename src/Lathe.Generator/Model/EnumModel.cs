namespace Lathe.Generator.Model;

/// <summary>An enum type.</summary>
internal sealed record EnumModel : IUnitModel
{
    /// <summary>Gets the name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the struct.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the schema's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the values in the order of the schema.</summary>
    public required EquatableArray<EnumValueModel> Values { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <summary>Gets the client that the file belongs to.</summary>
    public required ClientModel Client { get; init; }
}

/// <summary>A value of an enum.</summary>
/// <param name="Name">The name in the schema.</param>
/// <param name="MemberName">The name of the C# members.</param>
/// <param name="Description">The schema's description, or null.</param>
/// <param name="DeprecationReason">The reason of <c>@deprecated</c>, or null.</param>
internal sealed record EnumValueModel(string Name, string MemberName, string? Description, string? DeprecationReason);
