namespace Lathe.Generator.Binding;

/// <summary>What a client has in common with others of the build, so that names must tell them apart.</summary>
/// <param name="OfNamespace">Whether another's code stands in the same namespace, case ignored.</param>
/// <param name="OfName">Whether another has the class name, in a namespace of its own.</param>
internal sealed record ClientOverlap(bool OfNamespace, bool OfName)
{
    public static ClientOverlap None { get; } = new(false, false);
}
