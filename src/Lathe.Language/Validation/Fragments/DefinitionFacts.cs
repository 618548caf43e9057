using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Fragments;

/// <summary>What the walk noted of an operation or fragment: each is walked once, however many operations reach it.</summary>
internal sealed class DefinitionFacts(DefinitionSyntax definition)
{
    public DefinitionSyntax Definition { get; } = definition;

    public List<VariableUsage> Usages { get; } = [];

    public List<FragmentSpreadSyntax> Spreads { get; } = [];

    /// <summary>Gets or sets the facts of the fragments spread, each once; set when all documents have been walked.</summary>
    public DefinitionFacts[] Reached { get; set; } = [];

    /// <summary>Gets or sets a value indicating whether it or a fragment that it reaches uses a variable.</summary>
    public bool ReachesVariables { get; set; }

    /// <summary>Gets or sets the number of the last traversal that came here.</summary>
    public int Visit { get; set; }
}

/// <summary>A variable in use.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type expected at the place, or null where it is not known.</param>
/// <param name="ParentType">The type of the object literal that it is a field of, or null.</param>
/// <param name="HasDefault">Whether the place has a default value.</param>
internal readonly record struct VariableUsage(VariableSyntax Node, TypeReference? Type, TypeReference? ParentType, bool HasDefault);
