using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>
/// Finds records below records whose readers are so short that .NET would put each into the one around it. Twelve levels of two members are
/// 45 KB of machine code then, which is a tenth slower than calls.
/// </summary>
internal static class ReaderChains
{
    // A reader of three members is too long to be inlined. That of one member is little more than calls.
    private const int MostInlined = 2;

    /// <summary>Tells whether a shape holds one that holds another, all of them short: then its reader should be called.</summary>
    public static bool IsLink(ObjectShape shape) =>
        shape.Fields.Count == MostInlined && ShortChildren(shape).Any(static child => ShortChildren(child).Any());

    private static IEnumerable<ObjectShape> ShortChildren(ObjectShape shape) => shape.Fields.Count > MostInlined ? [] : shape.Fields
        .Where(static field => field.Type.Nullable is NamedTypeReference)
        .Select(static field => field.Child).OfType<ObjectShape>()
        .Where(static child => child.Namespace is null && child.Fields.Count <= MostInlined);
}
