using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Walking;

namespace Lathe.Language.Validation.Overlap;

/// <summary>The scopes of all selection sets, each made once.</summary>
internal sealed class FieldScopes(ValidationContext context)
{
    private readonly Dictionary<(SelectionSetSyntax Set, NamedType? ParentType), FieldScope> _scopes = [];
    private readonly Dictionary<SelectionSetSyntax, FieldCatches> _catches = FieldCatches.OfLevels(context);
    private readonly FieldCatches _noDefault = new(context.Schema, ErrorHandling.None);

    public FieldScope Get(SelectionSetSyntax selectionSet, NamedType? parentType)
    {
        if (!_scopes.TryGetValue((selectionSet, parentType), out var scope))
            _scopes.Add((selectionSet, parentType), scope = FieldScope.Create(selectionSet, parentType, CatchesIn(selectionSet), context.Schema));
        return scope;
    }

    /// <summary>Finds the scope of a fragment, or null where there is none of the name.</summary>
    public FieldScope? OfFragment(string name) =>
        context.Documents.FindFragment(name) is { } fragment
            ? Get(fragment.SelectionSet, context.Schema.FindType(fragment.TypeCondition.Name.Value))
            : null;

    /// <summary>Finds the scope below a field, or null for a leaf.</summary>
    public FieldScope? Below(FieldOccurrence field) =>
        field.Node.SelectionSet is { } below ? Get(below, context.FindNamedType(field.Definition?.Type)) : null;

    private FieldCatches CatchesIn(SelectionSetSyntax selectionSet) => _catches.TryGetValue(selectionSet, out var catches) ? catches : _noDefault;
}
