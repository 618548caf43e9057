namespace Lathe.Language.Syntax;

/// <summary>A reference to a type (section 2.12).</summary>
internal abstract class TypeSyntax : SyntaxNode;

/// <summary>A type by name.</summary>
internal sealed class NamedTypeSyntax : TypeSyntax
{
    /// <summary>Gets the name.</summary>
    public required NameSyntax Name { get; init; }
}

/// <summary>A list type.</summary>
internal sealed class ListTypeSyntax : TypeSyntax
{
    /// <summary>Gets the type of the items.</summary>
    public required TypeSyntax ItemType { get; init; }
}

/// <summary>A non-null type.</summary>
internal sealed class NonNullTypeSyntax : TypeSyntax
{
    /// <summary>Gets the nullable type within: a <see cref="NamedTypeSyntax"/> or <see cref="ListTypeSyntax"/>.</summary>
    public required TypeSyntax NullableType { get; init; }
}
