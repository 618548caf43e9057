using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Architecture;

public sealed class LayersTests
{
    private static readonly Type[] Types = [.. typeof(SourceText).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith(Layers.Root, StringComparison.Ordinal) == true)];

    [Fact]
    public void Each_namespace_has_its_place_in_the_order() =>
        Assert.Empty(Types.Where(type => Layers.Of(type) < 0).Select(type => type.FullName));

    [Fact]
    public void References_between_namespaces_go_down_the_order()
    {
        var upwards =
            from type in Types
            from other in TypeReferences.Of(type)
            where Layers.Of(other) > Layers.Of(type)
            select $"{type.FullName} -> {other.FullName}";
        Assert.Empty(upwards.Distinct());
    }

    [Fact]
    public void References_are_found_in_signatures_and_in_code()
    {
        var found = TypeReferences.Of(typeof(DocumentParser));
        Assert.Contains(typeof(SourceText), found);
        Assert.Contains(typeof(Parser), found);
    }
}
