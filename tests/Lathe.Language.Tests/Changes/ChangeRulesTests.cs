using Lathe.Language.Changes;
using Lathe.Language.Changes.Rules;
using Lathe.Language.Rules;
using Lathe.TestSupport;

namespace Lathe.Language.Tests.Changes;

public sealed class ChangeRulesTests
{
    [Fact]
    public void EachCodeStandsOnThePageOfTheTool()
    {
        var page = File.ReadAllText(Path.Combine(SharedFolder.RepositoryRoot, "docs", "tool.md"));

        var codes = ChangeRules.Registered.SelectMany(rule => rule.Descriptor).Distinct();

        Assert.All(codes, code => Assert.Contains($"`{code}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void EachRuleIsRegisteredOnceWithItsCodes()
    {
        Assert.All(ChangeRules.Registered, rule => Assert.Equal(RuleScope.Comparison, rule.Scope));
        Assert.All(ChangeRules.Registered, rule => Assert.NotEmpty(rule.Descriptor));
        var rules = typeof(ChangeRules).Assembly.GetTypes().Where(type => type.BaseType == typeof(ChangeRule)).Select(type => type.Name);
        Assert.Equal(
            rules.Order(StringComparer.Ordinal),
            ChangeRules.Registered.Select(rule => rule.Create().GetType().Name).Order(StringComparer.Ordinal));
    }
}
