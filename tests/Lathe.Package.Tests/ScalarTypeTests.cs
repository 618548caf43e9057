namespace Lathe.Package.Tests;

/// <summary>What a build says of the C# types of scalars: the compiler decides whether analyzers come to run.</summary>
public sealed class ScalarTypeTests(PackageFixture package)
{
    [Fact]
    public async Task AMissingConverterIsAnErrorThatNamesWhatToImplement()
    {
        var project = new Consumer(package.Root, "ScalarTypes").WriteProject("<TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>")
            .Write("shop.graphql", "type Query { price: Money }\nscalar Money\n").Write("Queries/Price.graphql", "query Price { price }\n")
            .Write(".graphqlrc.json", """{ "schema": "shop.graphql", "extensions": { "lathe": { "scalars": { "Money": "Shop.Money" } } } }""")
            .Write("Money.cs", "namespace Shop;\n\npublic readonly record struct Money(decimal Amount);\n");

        var errors = (await project.Build()).Errors;

        // Where a member has the scalar, its attribute names the converter: that is an error in a declaration, after which the compiler runs no
        // analyzers.
        var line = Assert.Single(errors);
        Assert.Contains("'Lathe.IScalarConverter<Shop.Money>'", line, StringComparison.Ordinal);
    }
}
