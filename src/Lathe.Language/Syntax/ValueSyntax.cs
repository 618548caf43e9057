namespace Lathe.Language.Syntax;

/// <summary>An input value (section 2.10).</summary>
internal abstract class ValueSyntax : SyntaxNode;

/// <summary>A variable in use, such as <c>$id</c>.</summary>
internal sealed class VariableSyntax : ValueSyntax
{
    /// <summary>Gets the name without <c>$</c>.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the name of the fragment that the variable is one of; null for a variable of the operation.</summary>
    public string? Fragment { get; init; }

    /// <summary>Gets the definition of a fragment's variable; null for a variable of the operation.</summary>
    public VariableDefinitionSyntax? Definition { get; init; }
}

/// <summary>An integer literal.</summary>
internal sealed class IntValueSyntax : ValueSyntax
{
    /// <summary>Gets the literal as written.</summary>
    public required string Value { get; init; }
}

/// <summary>A floating-point literal.</summary>
internal sealed class FloatValueSyntax : ValueSyntax
{
    /// <summary>Gets the literal as written.</summary>
    public required string Value { get; init; }
}

/// <summary>A string literal.</summary>
internal sealed class StringValueSyntax : ValueSyntax
{
    /// <summary>Gets the text, escapes resolved and block indentation removed.</summary>
    public required string Value { get; init; }

    /// <summary>Gets a value indicating whether it was written as a block string.</summary>
    public bool IsBlock { get; init; }
}

/// <summary>A Boolean literal.</summary>
internal sealed class BooleanValueSyntax : ValueSyntax
{
    /// <summary>Gets a value indicating whether the literal is <c>true</c>.</summary>
    public required bool Value { get; init; }
}

/// <summary>The literal <c>null</c>.</summary>
internal sealed class NullValueSyntax : ValueSyntax;

/// <summary>An enum literal.</summary>
internal sealed class EnumValueSyntax : ValueSyntax
{
    /// <summary>Gets the name.</summary>
    public required string Value { get; init; }
}

/// <summary>A list literal.</summary>
internal sealed class ListValueSyntax : ValueSyntax
{
    /// <summary>Gets the items in their order.</summary>
    public required IReadOnlyList<ValueSyntax> Values { get; init; }
}

/// <summary>An input object literal.</summary>
internal sealed class ObjectValueSyntax : ValueSyntax
{
    /// <summary>Gets the fields in their order.</summary>
    public required IReadOnlyList<ObjectFieldSyntax> Fields { get; init; }
}

/// <summary>A field of an input object literal.</summary>
internal sealed class ObjectFieldSyntax : SyntaxNode
{
    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }

    /// <summary>Gets the value.</summary>
    public required ValueSyntax Value { get; init; }
}
