using Lathe.Language.Syntax;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>Tells which spreads give a fragment's variables the same values.</summary>
internal sealed class VariableScopes(ValidationContext context)
{
    private readonly Dictionary<(string Call, VariableScope? Around), VariableScope> _bySpread = [];
    private readonly Dictionary<(FieldScope Scope, VariableScope? Around), List<ScopedSpread>> _spreads = [];
    private readonly Dictionary<FragmentDefinitionSyntax, VariableScope> _ofDefinitions = [];

    /// <summary>Gets the scope that stands for all ways to spread a fragment; null for one without variables, and for operations.</summary>
    public VariableScope? OfDefinition(DefinitionSyntax definition)
    {
        if (definition is not FragmentDefinitionSyntax { VariableDefinitions.Count: > 0 } fragment)
            return null;
        if (!_ofDefinitions.TryGetValue(fragment, out var scope))
            _ofDefinitions.Add(fragment, scope = new VariableScope());
        return scope;
    }

    /// <summary>Gets the fragments that a scope spreads, each with the same values once.</summary>
    /// <param name="scope">The scope.</param>
    /// <param name="around">The values of the variables of the fragment that the scope stands in; null outside of such.</param>
    public IReadOnlyList<ScopedSpread> SpreadsOf(FieldScope scope, VariableScope? around)
    {
        if (scope.Fragments.Count == 0)
            return [];
        if (!_spreads.TryGetValue((scope, around), out var spreads))
            _spreads.Add((scope, around), spreads = Resolve(scope, around));
        return spreads;
    }

    private List<ScopedSpread> Resolve(FieldScope scope, VariableScope? around)
    {
        var spreads = new List<ScopedSpread>(scope.Fragments.Count);
        var indexes = new Dictionary<ScopedFragment, int>();
        foreach (var node in scope.Fragments)
        {
            var fragment = Enter(node, around);
            if (indexes.TryGetValue(fragment, out var index))
            {
                spreads[index] = new ScopedSpread(fragment, node);
                continue;
            }

            indexes.Add(fragment, spreads.Count);
            spreads.Add(new ScopedSpread(fragment, node));
        }

        return spreads;
    }

    private ScopedFragment Enter(FragmentSpreadSyntax spread, VariableScope? around)
    {
        var name = spread.Name.Value;
        if (context.Documents.FindFragment(name) is not { VariableDefinitions.Count: > 0 } fragment)
            return new ScopedFragment(name, null);
        var isLocal = around is not null && spread.Arguments.Any(static argument => FragmentVariables.AreIn(argument.Value));
        var key = (CallText.OfKnown(spread, argument => context.Documents.FindVariable(fragment, argument) is not null), isLocal ? around : null);
        if (!_bySpread.TryGetValue(key, out var scope))
            _bySpread.Add(key, scope = new VariableScope());
        return new ScopedFragment(name, scope);
    }
}
