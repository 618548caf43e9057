namespace Lathe.Generator.Model;

/// <summary>A field of a result record.</summary>
internal sealed record FieldModel
{
    /// <summary>Gets the key in the response.</summary>
    public required string ResponseKey { get; init; }

    /// <summary>Gets the name of the property; empty for a hidden <c>__typename</c>.</summary>
    public required string PropertyName { get; init; }

    /// <summary>Gets the type as the schema has it; see <see cref="IsConditional"/>.</summary>
    public required TypeModel Type { get; init; }

    /// <summary>
    /// Gets a value indicating whether the response may lack the field (<c>@include</c>, <c>@skip</c>, <c>@defer</c>): the property is then nullable.
    /// </summary>
    public bool IsConditional { get; init; }

    /// <summary>Gets a value indicating whether the field was added to the request and has no property: the reader skips it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Gets a value indicating whether the base record declares the property.</summary>
    public bool IsInherited { get; init; }

    /// <summary>Gets the schema's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the reason of <c>@deprecated</c>, or null.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>Gets a value indicating whether the property may be null.</summary>
    public bool IsNullable => Type.IsNullable || IsConditional;
}
