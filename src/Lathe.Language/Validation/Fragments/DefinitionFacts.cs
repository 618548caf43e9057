using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Validation.Fragments;

/// <summary>
/// What the walk noted of an operation or fragment: each is walked once, however many operations reach it. Not changed after the walk.
/// </summary>
internal sealed class DefinitionFacts(DefinitionSyntax definition)
{
    public DefinitionSyntax Definition { get; } = definition;

    public List<VariableUsage> Usages { get; } = [];

    public List<FragmentSpreadSyntax> Spreads { get; } = [];

    /// <summary>
    /// Gets the selection sets that open a level of the response, with the type that each selects from, or null where it is not known.
    /// </summary>
    public List<(SelectionSetSyntax Set, NamedType? ParentType)> Levels { get; } = [];

    /// <summary>Gets the uses of <c>@defer</c> and <c>@stream</c> with a label.</summary>
    public List<(string Label, DirectiveSyntax Directive)> Labels { get; } = [];
}

/// <summary>A variable in use.</summary>
/// <param name="Node">The variable.</param>
/// <param name="Type">The type expected at the place, or null where it is not known.</param>
/// <param name="ParentType">The type of the object literal that it is a field of, or null.</param>
/// <param name="HasDefault">Whether the place has a default value.</param>
internal readonly record struct VariableUsage(VariableSyntax Node, TypeReference? Type, TypeReference? ParentType, bool HasDefault);
