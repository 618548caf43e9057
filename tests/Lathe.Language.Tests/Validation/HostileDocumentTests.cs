using System.Text;
using Lathe.Language.Schemas;
using Lathe.Language.Syntax.Parsing;
using Lathe.Language.Text;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation;
using Lathe.Language.Fragments;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Tests.Validation;

/// <summary>Documents made to be slow: the work is counted, not timed, and grows no faster than the document.</summary>
public sealed class HostileDocumentTests
{
    private const string Sdl = """
        type Query { me: User user(id: ID): User name: String count: Int search: [Result] }
        type User { id: ID! name: String alias: String friends(first: Int): [User] best: User }
        type Bot { id: ID! name: Int best: User }
        union Result = User | Bot
        """;

    private const int Size = 10_000;

    [Fact]
    public void RepeatedFieldsCostOneStepEach()
    {
        var (errors, steps) = CountSteps("{ " + Repeat(Size, _ => "name ") + "}");

        Assert.Empty(errors);
        Assert.InRange(steps, Size, 2 * Size);
    }

    [Fact]
    public void RepeatedSelectionsCostTheirFieldsOnly()
    {
        var (errors, steps) = CountSteps("{ " + Repeat(Size, _ => "me { id best { name } } ") + "}");

        Assert.Empty(errors);
        Assert.InRange(steps, 4 * Size, 12 * Size);
    }

    [Fact]
    public void ManySpreadsOfOneLevelAreMergedOnce()
    {
        var fragments = Repeat(2000, i => $"fragment F{i} on User {{ id name best {{ id }} }}\n");
        var (errors, steps) = CountSteps("{ me { " + Repeat(2000, i => $"...F{i} ") + "} }\n" + fragments);

        Assert.Empty(errors);
        Assert.InRange(steps, 2000, 2000 * 40);
    }

    [Fact]
    public void FragmentsThatDoubleAtEachLevelAreNotExpanded()
    {
        var fragments = Repeat(Size, i => $"fragment F{i} on User {{ best {{ ...F{i + 1} }} friends {{ ...F{i + 1} }} }}\n");
        var (errors, steps) = CountSteps("{ me { ...F0 } }\n" + fragments + $"fragment F{Size} on User {{ id }}");

        Assert.Empty(errors);
        Assert.InRange(steps, Size, Size * 60);
    }

    [Fact]
    public void AChainOfFragmentsOverflowsNoStack()
    {
        var fragments = Repeat(Size, i => $"fragment F{i} on User {{ id ...F{i + 1} }}\n");
        var errors = Validate("query ($v: Int) { me { ...F0 } }\n" + fragments + $"fragment F{Size} on User {{ friends(first: $v) {{ id }} }}");

        Assert.Empty(errors);
    }

    [Fact]
    public void AChainOfFragmentsIsFollowedToItsConflict()
    {
        var fragments = Repeat(300, i => $"fragment F{i} on User {{ id ...F{i + 1} }}\n");
        var (errors, _) = CountSteps("{ me { name ...F0 } }\n" + fragments + "fragment F300 on User { name: alias }");

        Assert.Equal(
            [
                "1:8 302:25 Fields \"name\" conflict because \"name\" and \"alias\" are different fields. "
                + "Use different aliases on the fields to fetch both if this was intentional.",
            ],
            errors);
    }

    [Fact]
    public void ALongCycleOfFragmentsEnds()
    {
        var fragments = Repeat(Size, i => $"fragment F{i} on User {{ id best {{ ...F{(i + 1) % Size} }} ...F0 }}\n");
        var errors = Check.Errors(Sdl, new ValidationOptions { OnlyRules = ["NoFragmentCycles"] }, "{ me { ...F0 } }\n" + fragments);
        var (conflicts, steps) = CountSteps("{ me { ...F0 } }\n" + fragments);

        Assert.Equal(1000, errors.Count);
        Assert.All(errors, error => Assert.InRange(error.Locations.Count, 1, 100));
        Assert.Contains(errors, error => error.Message.EndsWith(", \"F99\", \"F100\" and others.", StringComparison.Ordinal));
        Assert.Empty(conflicts);
        Assert.InRange(steps, Size, Size * 60);
    }

    [Fact]
    public void CyclesOfFragmentsThatAllSpreadEachOtherAreReportedUpToALimit()
    {
        var document = "{ me { ...F0 } }\n" + Repeat(200, i => $"fragment F{i} on User {{ {Repeat(200, j => $"...F{j} ")}}}\n");
        var errors = Check.Errors(Sdl, ValidationOptions.Project, document);

        Assert.Equal(1000, errors.Count);
        Assert.All(errors, error => Assert.Equal("NoFragmentCycles", error.Descriptor.Rule));
        Assert.All(errors, error => Assert.InRange(error.Locations.Count, 1, 100));
    }

    [Fact]
    public void ConflictsOfOneKeyAreReportedUpToALimit()
    {
        var (errors, steps) = CountSteps("{ " + Repeat(Size, i => $"name: user(id: {i}) {{ id }} ") + "}");

        Assert.Equal(200, errors.Count);
        Assert.InRange(steps, 1, 1_000_000 + (20 * 3 * Size) + (10 * Size));
    }

    [Fact]
    public void AnEndlessSearchSaysSoInsteadOfGuessing()
    {
        // No two fields that meet conflict, but merging cannot know that: the sets below "a" and "b" share a fragment.
        var document = "{ a: me { ...F n: name } b: me { ...F n: alias } " + Repeat(3000, _ => "c: me { ...F id } ")
            + "} fragment F on User { best { id } }";
        var errors = Check.Errors(Sdl, new ValidationOptions { OnlyRules = ["OverlappingFieldsCanBeMerged"], WorkBudget = 1000 }, document);

        Assert.StartsWith("Whether fields conflict cannot be told within the work allowed", Assert.Single(errors).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatMergingCannotTellApartThePairwiseSearchDoes()
    {
        var (errors, _) = CountSteps("{ a: me { ...F n: name } b: me { ...F n: alias } } fragment F on User { best { id } }");

        Assert.Empty(errors);
    }

    [Fact]
    public void ManyOperationsOverManyFragmentsEndWithAnError()
    {
        var fragments = Repeat(300, i => $"fragment F{i} on User {{ friends(first: $v) {{ id }} ...F{i + 1} }}\n") + "fragment F300 on User { id }\n";
        var operations = Repeat(300, i => $"query Q{i}($v: Int) {{ me {{ ...F0 }} }}\n");

        Assert.Empty(Validate(fragments + operations));
        var error = Assert.Single(Check.Errors(Sdl, new ValidationOptions { WorkBudget = 1000 }, fragments + operations));
        Assert.StartsWith("Variables cannot be checked within the work allowed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongNameIsNotCopiedIntoEachMessage()
    {
        var errors = Validate($"query {new string('a', 100_000)} {{ {Repeat(1000, i => $"a{i}: user(id: $v{i}) {{ id }} ")} }}").ToList();

        Assert.Equal(1000, errors.Count);
        Assert.All(errors, error => Assert.InRange(error.Length, 1, 400));
    }

    [Fact]
    public void MisspeltNamesAreComparedWithAGiantSchemaAFewTimesOnly()
    {
        var schema = "type Query { a: Int }\n" + Repeat(20_000, i => $"type SomeRatherLongTypeName{i} {{ a: Int }}\n");
        var errors = Check.Errors(schema, ValidationOptions.Project, Repeat(5000, i => $"query Q{i} {{ ... on SomeRatherLongTypeNam {{ a }} }}\n"));

        Assert.Equal(5000, errors.Count);
        Assert.Contains("Did you mean", errors[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", errors[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DeepNestingIsWalkedWithinTheParsersBound()
    {
        var deep = Repeat(Size, _ => "{ me ") + Repeat(Size, _ => "}");
        var document = DocumentParser.Parse(new SourceText("deep.graphql", deep), TestContext.Current.CancellationToken);
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], TestContext.Current.CancellationToken);

        Assert.NotEmpty(document.Errors);
        Assert.NotNull(DocumentValidator.Validate(schema, [document], TestContext.Current.CancellationToken));
    }

    [Fact]
    public void ValidationStopsWhenCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var document = DocumentParser.Parse(new SourceText("a.graphql", "{ name }"), TestContext.Current.CancellationToken);
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], TestContext.Current.CancellationToken);

        Assert.Throws<OperationCanceledException>(() => DocumentValidator.Validate(schema, [document], cancellation.Token));
    }

    private static IEnumerable<string> Validate(string document) => Check.Errors(Sdl, ValidationOptions.Project, document).Select(Check.Describe);

    private static (List<string> Errors, long Steps) CountSteps(string text)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var document = DocumentParser.Parse(new SourceText("a.graphql", text), cancellation);
        var schema = SchemaReader.Read([new SourceText("schema.graphql", Sdl)], cancellation);
        var context = new ValidationContext(schema, new DocumentIndex([document]), [], cancellation)
        {
            WorkBudget = ValidationOptions.Project.WorkBudget,
        };
        var rule = new OverlappingFieldsCanBeMergedRule();
        new DocumentWalker(context, new RuleSet([rule])).Walk();
        rule.LeaveDocuments(context);
        return ([.. context.SortedErrors().Select(Check.Describe)], rule.Steps);
    }

    private static string Repeat(int count, Func<int, string> text)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < count; i++)
            builder.Append(text(i));
        return builder.ToString();
    }
}
