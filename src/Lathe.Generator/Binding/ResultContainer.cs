using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>An operation or fragment, whose file declares result types.</summary>
internal sealed class ResultContainer(FragmentDefinitionSyntax? fragment, string className, string rootName)
{
    private readonly Dictionary<(FieldGroup Group, string Type), Shape> _shapes = [];
    private readonly Dictionary<GroupParts, FieldGroup> _merged = [];

    /// <summary>Gets the fragment, or null for an operation.</summary>
    public FragmentDefinitionSyntax? Fragment { get; } = fragment;

    /// <summary>Gets or sets the shape of <c>data</c> or of the fragment itself.</summary>
    public Shape Root { get; set; } = null!;

    /// <summary>Gets the name of the static class.</summary>
    public string ClassName { get; } = className;

    /// <summary>Gets the name of the root's record.</summary>
    public string RootName { get; } = rootName;

    /// <summary>Gets the shapes declared here, in the order of their first use; cases follow from their base.</summary>
    public List<Shape> Shapes { get; } = [];

    /// <summary>Finds the shape of a group here, or null.</summary>
    public Shape? FindShape(FieldGroup group, NamedType type) => _shapes.TryGetValue((group, type.Name), out var shape) ? shape : null;

    public void Keep(FieldGroup group, NamedType type, Shape shape) => _shapes[(group, type.Name)] = shape;

    /// <summary>Puts the shapes that others were merged into in their place.</summary>
    public void Replace(Func<Shape, Shape> merged)
    {
        foreach (var key in _shapes.Keys.ToList())
            _shapes[key] = merged(_shapes[key]);
    }

    /// <summary>Finds the group that parts were merged into here, or null.</summary>
    public FieldGroup? FindMerged(GroupParts parts) => _merged.TryGetValue(parts, out var group) ? group : null;

    /// <summary>Merges parts, those of the same to the same group.</summary>
    public FieldGroup Merge(GroupParts parts)
    {
        if (!_merged.TryGetValue(parts, out var group))
            _merged.Add(parts, group = new FieldGroup(this, parts.List));
        return group;
    }
}
