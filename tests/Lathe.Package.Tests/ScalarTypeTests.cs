namespace Lathe.Package.Tests;

/// <summary>What a build says of the C# types of scalars: the compiler decides whether analyzers come to run.</summary>
public sealed class ScalarTypeTests(PackageFixture package)
{
    [Fact]
    public async Task AMissingConverterIsAnErrorAtItsMapping()
    {
        var project = new Consumer(package.Root, "ScalarTypes")
            .WriteProject("<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .Write("shop.graphql", "type Query { price: Money prices: [Money!] }\nscalar Money\n")
            .Write("Queries/Price.graphql", "query Price { price prices }\n")
            .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "extensions": { "lathe": { "scalars": { "Money": "Shop.Money" } } } }""")
            .Write("Money.cs", "namespace Shop;\n\npublic readonly record struct Money(decimal Amount);\n");

        var errors = (await project.Build()).Errors;

        // The compiler's own errors are of the bodies of generated code: one in a declaration would keep it from running analyzers.
        var line = Assert.Single(errors, static one => !one.Contains(".g.cs", StringComparison.Ordinal));
        Assert.Contains(
            ".graphqlrc.json(1,78): error GQL0017: 'Shop.Money', the type of scalar 'Money', has no converter and does not implement "
                + "'Lathe.IScalarConverter<Shop.Money>' itself.",
            line,
            StringComparison.Ordinal);
    }
}
