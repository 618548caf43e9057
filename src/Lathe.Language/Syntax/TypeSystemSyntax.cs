namespace Lathe.Language.Syntax;

/// <summary>A definition or extension of the type system (section 3).</summary>
internal abstract class TypeSystemDefinitionSyntax : DefinitionSyntax
{
    /// <summary>Gets a value indicating whether the definition begins with <c>extend</c>.</summary>
    public bool IsExtension { get; init; }
}

/// <summary>A schema definition or extension (section 3.3).</summary>
internal sealed class SchemaDefinitionSyntax : TypeSystemDefinitionSyntax
{
    /// <summary>Gets the root operation types in their order.</summary>
    public IReadOnlyList<RootOperationTypeSyntax> RootOperationTypes { get; init; } = [];
}

/// <summary>A root operation type, such as <c>query: Query</c>.</summary>
internal sealed class RootOperationTypeSyntax : SyntaxNode
{
    /// <summary>Gets the kind of operation.</summary>
    public required OperationType OperationType { get; init; }

    /// <summary>Gets the type.</summary>
    public required NamedTypeSyntax Type { get; init; }
}

/// <summary>A directive definition or extension (section 3.13). An extension has directives only.</summary>
internal sealed class DirectiveDefinitionSyntax : TypeSystemDefinitionSyntax
{
    /// <summary>Gets the name without <c>@</c>.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<InputValueDefinitionSyntax> Arguments { get; init; } = [];

    /// <summary>Gets a value indicating whether it may be used more than once at a place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Gets the locations, such as <c>FIELD</c>; also those that this front end does not know.</summary>
    public required IReadOnlyList<NameSyntax> Locations { get; init; }

    /// <summary>Gets all that stands behind the arguments, as it was written, where it holds syntax of a newer edition; else null.</summary>
    public string? UnknownText { get; internal set; }
}

/// <summary>A type definition or extension (section 3.4).</summary>
internal abstract class TypeDefinitionSyntax : TypeSystemDefinitionSyntax
{
    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }
}

/// <summary>A scalar type (section 3.5).</summary>
internal sealed class ScalarTypeDefinitionSyntax : TypeDefinitionSyntax;

/// <summary>An object or interface type.</summary>
internal abstract class FieldsTypeDefinitionSyntax : TypeDefinitionSyntax
{
    /// <summary>Gets the interfaces that it implements, in their order.</summary>
    public IReadOnlyList<NamedTypeSyntax> Interfaces { get; init; } = [];

    /// <summary>Gets the fields in their order.</summary>
    public IReadOnlyList<FieldDefinitionSyntax> Fields { get; init; } = [];
}

/// <summary>An object type (section 3.6).</summary>
internal sealed class ObjectTypeDefinitionSyntax : FieldsTypeDefinitionSyntax;

/// <summary>An interface type (section 3.7).</summary>
internal sealed class InterfaceTypeDefinitionSyntax : FieldsTypeDefinitionSyntax;

/// <summary>A union type (section 3.8).</summary>
internal sealed class UnionTypeDefinitionSyntax : TypeDefinitionSyntax
{
    /// <summary>Gets the member types in their order.</summary>
    public IReadOnlyList<NamedTypeSyntax> MemberTypes { get; init; } = [];
}

/// <summary>An enum type (section 3.9).</summary>
internal sealed class EnumTypeDefinitionSyntax : TypeDefinitionSyntax
{
    /// <summary>Gets the values in their order.</summary>
    public IReadOnlyList<EnumValueDefinitionSyntax> Values { get; init; } = [];
}

/// <summary>An input object type (section 3.10).</summary>
internal sealed class InputObjectTypeDefinitionSyntax : TypeDefinitionSyntax
{
    /// <summary>Gets the input fields in their order.</summary>
    public IReadOnlyList<InputValueDefinitionSyntax> Fields { get; init; } = [];
}

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDefinitionSyntax : SyntaxNode
{
    /// <summary>Gets the description, or null.</summary>
    public DescriptionSyntax? Description { get; init; }

    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<InputValueDefinitionSyntax> Arguments { get; init; } = [];

    /// <summary>Gets the type.</summary>
    public required TypeSyntax Type { get; init; }

    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}

/// <summary>An argument of a field or directive definition, or an input field.</summary>
internal sealed class InputValueDefinitionSyntax : SyntaxNode
{
    /// <summary>Gets the description, or null.</summary>
    public DescriptionSyntax? Description { get; init; }

    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the type.</summary>
    public required TypeSyntax Type { get; init; }

    /// <summary>Gets the default value, or null.</summary>
    public ValueSyntax? DefaultValue { get; init; }

    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}

/// <summary>A value of an enum type.</summary>
internal sealed class EnumValueDefinitionSyntax : SyntaxNode
{
    /// <summary>Gets the description, or null.</summary>
    public DescriptionSyntax? Description { get; init; }

    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the directives in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];
}
