using System.Text.Json;
using Lathe.Language.Paging;
using Lathe.Language.Projects;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Testing.Faking;

/// <summary>An operation made ready to be answered, for given values of the variables of <c>@skip</c> and <c>@include</c>.</summary>
internal sealed class FakePlan
{
    // A field behind fragments that spread fragments: deeper than any real document, shallower than the stack.
    private const int MostSelections = 200_000;

    private readonly FakeDocument _document;
    private readonly Func<string, bool?> _condition;
    private readonly bool _leavesOut;
    private int _selections;

    /// <summary>Makes a plan.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="condition">Gives the value of a variable; null for one that is not known.</param>
    /// <param name="leavesOut">Whether what depends on an unknown variable is left out.</param>
    public FakePlan(FakeDocument document, Func<string, bool?> condition, bool leavesOut = false)
    {
        _document = document;
        _condition = condition;
        _leavesOut = leavesOut;
        Root = new FakeComposite(this, document.RootType, [document.Operation.SelectionSet]);
    }

    public Schema Schema => _document.Schema.Schema;

    public FakeComposite Root { get; }

    /// <summary>Tells whether a selection is there.</summary>
    public bool Holds(SelectionSyntax selection)
    {
        foreach (var directive in selection.Directives)
        {
            if (directive.Name.Value is not ("include" or "skip") || directive.Arguments.Count == 0)
                continue;
            var isIncluded = directive.Name.Value == "include";
            var value = directive.Arguments[0].Value switch
            {
                BooleanValueSyntax literal => literal.Value,
                VariableSyntax variable => _condition(variable.Name.Value) ?? isIncluded != _leavesOut,
                _ => isIncluded,
            };
            if (value != isIncluded)
                return false;
        }

        return true;
    }

    /// <summary>Gets the selection set of a fragment with its type condition, or null for a fragment that is not there.</summary>
    public (string? Condition, SelectionSetSyntax Set)? SetOf(SelectionSyntax selection)
    {
        if (Interlocked.Increment(ref _selections) > MostSelections)
            throw new InvalidOperationException($"{_document.Operation.Name?.Value} spreads fragments more than {MostSelections} times, "
                + "too often for a fake.");
        return selection switch
        {
            InlineFragmentSyntax inline => (inline.TypeCondition?.Name.Value, inline.SelectionSet),
            FragmentSpreadSyntax spread when _document.Fragments.TryGetValue(spread.Name.Value, out var fragment) =>
                (fragment.TypeCondition.Name.Value, fragment.SelectionSet),
            _ => null,
        };
    }

    public bool Applies(string type, string? condition) => condition is null || condition == type || Schema.IsSubtype(condition, type);

    /// <summary>Makes the field of all selections with its key.</summary>
    public FakeField FieldOf(string parentType, List<FieldSyntax> fields)
    {
        var syntax = fields[0];
        var parent = Schema.FindType(parentType);
        var field = (parent is null ? null : Schema.FindField(parent, syntax.Name.Value))
            ?? throw _document.Misfit($"the schema has no field '{syntax.Name.Value}' of '{parentType}'");
        var type = SemanticNonNull.Apply(field, parent!);
        var named = Schema.FindType(type.NamedType) ?? throw _document.Misfit($"the schema has no type '{type.NamedType}'");
        return new FakeField
        {
            Key = JsonEncodedText.Encode(syntax.ResponseKey),
            ResponseKey = syntax.ResponseKey,
            Type = type,
            SentType = field.Type,
            Salt = Hash.Of(NameWithArguments(syntax)),
            OffsetVariable = (PagingArguments.Offset(syntax)?.Value as VariableSyntax)?.Name.Value,
            IsTypeName = syntax.Name.Value == "__typename",
            Composite = named.IsComposite ? new FakeComposite(this, named.Name, Sets(fields)) : null,
            EnumValues = named is EnumType { Values.Count: > 0 } known ? Names(known) : null,
            Leaf = named is ScalarType ? new FakeLeaf(_document.Schema.ScalarOf(named.Name), syntax.Name.Value, parentType) : null,
        };
    }

    private static string NameWithArguments(FieldSyntax field) =>
        field.Arguments.Aggregate(field.Name.Value, static (text, one) => $"{text} {one.Name.Value}:{GraphQLPrinter.Print(one.Value)}");

    private static List<SelectionSetSyntax> Sets(List<FieldSyntax> fields) =>
        [.. fields.Select(static one => one.SelectionSet).OfType<SelectionSetSyntax>()];

    private static JsonEncodedText[] Names(EnumType type) => [.. type.Values.Select(static one => JsonEncodedText.Encode(one.Name))];
}
