namespace Lathe.Generator.Model;

/// <summary>How a member of an input is given.</summary>
internal enum InputPresence
{
    /// <summary>Non-null without a default: a <c>required</c> property.</summary>
    Required,

    /// <summary>Nullable: sent when it was set, also when set to null.</summary>
    Tracked,

    /// <summary>Non-null with a default: a nullable property that is sent unless it is null.</summary>
    Defaulted,
}

/// <summary>An input object type.</summary>
internal sealed record InputModel : IUnitModel
{
    /// <summary>Gets the name in the schema.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the class.</summary>
    public required string ClassName { get; init; }

    /// <summary>Gets the schema's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets a value indicating whether exactly one field is given (<c>@oneOf</c>).</summary>
    public bool IsOneOf { get; init; }

    /// <summary>Gets the fields in the order of the schema.</summary>
    public required EquatableArray<InputFieldModel> Fields { get; init; }

    /// <inheritdoc/>
    public required string FileName { get; init; }

    /// <summary>Gets the client that the file belongs to.</summary>
    public required ClientModel Client { get; init; }
}

/// <summary>A field of an input object, or a variable.</summary>
internal sealed record InputFieldModel
{
    /// <summary>Gets the name in the schema or document.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the name of the property.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Gets the name of the private field that a <see cref="InputPresence.Tracked"/> member is kept in; never that of the bits.</summary>
    public string FieldName
    {
        get
        {
            var name = "_" + char.ToLowerInvariant(PropertyName[0]) + PropertyName.Substring(1);
            return name.StartsWith("_set", StringComparison.Ordinal) ? name + "_" : name;
        }
    }

    /// <summary>Gets the name of a method parameter for it, as written in code.</summary>
    public required string ParameterName { get; init; }

    /// <summary>Gets the type as the schema has it.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>Gets how it is given.</summary>
    public required InputPresence Presence { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the default value as GraphQL, or null where there is none.</summary>
    public string? DefaultValue { get; init; }

    /// <summary>Gets the reason of <c>@deprecated</c>, or null.</summary>
    public string? DeprecationReason { get; init; }
}
