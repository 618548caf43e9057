using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>A fragment as those that spread it see it: made once, and not changed afterwards.</summary>
/// <param name="Definition">The fragment.</param>
/// <param name="Type">The type of its condition.</param>
/// <param name="Group">What it selects, with all that it reaches.</param>
/// <param name="Container">Its shapes, named.</param>
internal sealed record BoundFragment(FragmentDefinitionSyntax Definition, NamedType Type, FieldGroup Group, ResultContainer Container)
{
    /// <summary>Gets the fragments that it spreads itself, without condition and not below a field.</summary>
    public IReadOnlyList<(BoundFragment Fragment, TypeGuard Guard)> Views => Group.Views;

    /// <summary>Gets the shape of the fragment itself.</summary>
    public Shape Root => Container.Root;

    public bool Equals(BoundFragment? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
