using Lathe.Language.Syntax;
using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>A stage that holds what the compiler makes keeps whole compilations alive, and is new with each key typed in C#.</summary>
public sealed class StageContentTests
{
    private static readonly Type[] s_ofTheCompiler =
        [
            typeof(Compilation), typeof(ISymbol), typeof(Microsoft.CodeAnalysis.SyntaxNode), typeof(SyntaxTree), typeof(SemanticModel),
            typeof(Location), typeof(Diagnostic),
            // One that a stage keeps is that of a former run, which may be canceled by now.
            typeof(CancellationTokenSource),
        ];

    [Fact]
    public void NoStageHoldsWhatTheCompilerMakes()
    {
        var project = new GeneratorHarness(
            ("/p/s.graphql", "type Query { machines(where: Filter): [Machine!]! } type Machine { id: ID! state: State old: Int @deprecated } input "
                + "Filter { id: ID } enum State { ON }"),
            ("/p/card.graphql", "fragment Card on Machine { id old }"),
            ("/p/a.graphql", "query A($where: Filter) { machines(where: $where) { state ...Card } }"),
            ("/p/b.graphql", "query B { nonsense }"));
        project.Run();
        project.EditCSharp("class Program { int x; }");

        var held = HeldObjects.TypesIn(project.Run().Values(GeneratorHarness.AllSteps));

        // All the way down to the syntax of GraphQL.
        Assert.Contains(typeof(FieldSyntax), held);
        Assert.DoesNotContain(held, type => Array.Exists(s_ofTheCompiler, one => one.IsAssignableFrom(type)));
    }
}
