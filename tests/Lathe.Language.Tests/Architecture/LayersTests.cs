using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Architecture;

public sealed class LayersTests
{
    private static readonly Type[] s_types = [.. typeof(SourceText).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(Layers.Root, StringComparison.Ordinal) == true)];

    [Fact]
    public void EachNamespaceHasItsPlaceInTheOrder() =>
        Assert.Empty(s_types.Where(type => Layers.Of(type) < 0).Select(type => type.FullName));

    [Fact]
    public void ReferencesBetweenNamespacesGoDownTheOrder()
    {
        var upwards =
            from type in s_types
            from other in TypeReferences.Of(type)
            where Layers.Of(other) > Layers.Of(type)
            select $"{type.FullName} -> {other.FullName}";
        Assert.Empty(upwards.Distinct());
    }

    [Fact]
    public void ReferencesAreFoundInSignaturesAndInCode()
    {
        var found = TypeReferences.Of(typeof(DocumentParser));
        Assert.Contains(typeof(SourceText), found);
        Assert.Contains(typeof(Parser), found);
    }
}
