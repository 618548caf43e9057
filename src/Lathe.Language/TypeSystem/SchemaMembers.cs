using Lathe.Language.Errors;
using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem;

/// <summary>What all named parts of a schema have.</summary>
internal abstract class SchemaMember
{
    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the directives applied to it, extensions' included, in their order.</summary>
    public IReadOnlyList<DirectiveSyntax> Directives { get; init; } = [];

    /// <summary>Gets the place of the name in the schema file, SDL or JSON, or null for built-in members.</summary>
    public SourceLocation? Location { get; init; }
}

/// <summary>A member that may be deprecated.</summary>
internal abstract class DeprecatableMember : SchemaMember
{
    /// <summary>Gets the reason of <c>@deprecated</c>, or null when it is not deprecated.</summary>
    public string? DeprecationReason { get; init; }
}

/// <summary>A field of an object or interface type.</summary>
internal sealed class FieldDefinition : DeprecatableMember
{
    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>Gets the type.</summary>
    public required TypeReference Type { get; init; }
}

/// <summary>An argument, or a field of an input object.</summary>
internal sealed class InputValueDefinition : DeprecatableMember
{
    /// <summary>Gets the type.</summary>
    public required TypeReference Type { get; init; }

    /// <summary>Gets the default value, or null where there is none.</summary>
    public ValueSyntax? DefaultValue { get; init; }

    /// <summary>Gets a value indicating whether a value must be given: non-null and without a default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>A value of an enum.</summary>
internal sealed class EnumValueDefinition : DeprecatableMember;

/// <summary>A directive that the schema defines.</summary>
internal sealed class DirectiveDefinition : DeprecatableMember
{
    /// <summary>Gets the arguments in their order.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>Gets a value indicating whether it may be used more than once at a place.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Gets the locations, such as <c>FIELD</c>; also those that this front end does not know.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>Gets all that stands behind the arguments, as it was written, where it holds syntax of a newer edition; else null.</summary>
    public string? UnknownText { get; init; }
}
