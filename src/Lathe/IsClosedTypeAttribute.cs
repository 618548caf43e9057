#if !NET11_0_OR_GREATER
using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>
/// Marks a type whose derived types are all in its assembly. The C# 15 compiler writes it for <c>closed</c> records, and .NET 10 lacks it.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IsClosedTypeAttribute : Attribute
{
    /// <summary>Gets or sets the types that derive from it directly; null when the compiler does not say.</summary>
    public Type[]? DerivedTypes { get; set; }
}
#endif
