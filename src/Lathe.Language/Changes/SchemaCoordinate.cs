namespace Lathe.Language.Changes;

/// <summary>The kind of a part of a schema.</summary>
internal enum SchemaCoordinateKind
{
    /// <summary>The schema as a whole, or one of its root operation types.</summary>
    Schema,

    /// <summary>A type.</summary>
    Type,

    /// <summary>A field of an object or interface type.</summary>
    Field,

    /// <summary>An argument of a field.</summary>
    Argument,

    /// <summary>A field of an input object.</summary>
    InputField,

    /// <summary>A value of an enum.</summary>
    EnumValue,

    /// <summary>A directive.</summary>
    Directive,

    /// <summary>An argument of a directive.</summary>
    DirectiveArgument,
}

/// <summary>Names a part of a schema (specification, section 3.14); equal by value.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">The type, the directive without <c>@</c>, or <c>schema</c>.</param>
/// <param name="Member">The field, input field, enum value or, for the schema, the operation type; else null.</param>
/// <param name="Argument">The argument, or null.</param>
internal sealed record SchemaCoordinate(SchemaCoordinateKind Kind, string Name, string? Member = null, string? Argument = null)
{
    /// <summary>Shows the coordinate as the specification writes it, such as <c>Query.machines(limit:)</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Kind switch
    {
        SchemaCoordinateKind.Directive => $"@{Name}",
        SchemaCoordinateKind.DirectiveArgument => $"@{Name}({Argument}:)",
        SchemaCoordinateKind.Argument => $"{Name}.{Member}({Argument}:)",
        _ => Member is null ? Name : $"{Name}.{Member}",
    };

    internal static SchemaCoordinate OfType(string name) => new(SchemaCoordinateKind.Type, name);

    internal static SchemaCoordinate OfDirective(string name) => new(SchemaCoordinateKind.Directive, name);
}
