using Lathe.Language.Syntax;

namespace Lathe.Generator.Unused;

/// <summary>A selected field, and whether C# reads any of the properties that came of it.</summary>
internal sealed class FieldUse(FieldSyntax syntax, DefinitionSyntax owner, string parentType)
{
    public FieldSyntax Field => syntax;

    public DefinitionSyntax Owner => owner;

    public string ParentType => parentType;

    /// <summary>Gets the full names of the properties, for messages.</summary>
    public SortedSet<string> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether one of the properties is read.</summary>
    public bool IsRead { get; set; }
}
