using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Hosting;

namespace Lathe.Tool.Running;

/// <summary>A field of an answer, by what an operation selects: fragments expanded, selections of one response key merged.</summary>
internal sealed class OutputField
{
    private const int MostFields = 10_000;
    private readonly Dictionary<string, OutputField> _byKey = new(StringComparer.Ordinal);
    private readonly List<OutputField> _fields = [];

    private OutputField(string key, TypeReference type) => (Key, Type) = (key, type);

    /// <summary>Gets the key in the response; empty for the data itself.</summary>
    public string Key { get; }

    /// <summary>Gets the type.</summary>
    public TypeReference Type { get; }

    /// <summary>Gets the fields below, in the order of the selections.</summary>
    public IReadOnlyList<OutputField> Fields => _fields;

    /// <summary>Gets a value indicating whether it is a list, of anything.</summary>
    public bool IsList => Type.Nullable is ListTypeReference;

    /// <summary>Makes the tree of a sound operation.</summary>
    /// <exception cref="ToolException">It has more fields than a table can.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static OutputField Of(ProjectOperation operation, CancellationToken cancellationToken)
    {
        var root = operation.Schema.FindRootType(operation.Type)!;
        var data = new OutputField(string.Empty, new NamedTypeReference(root.Name));
        new Builder(operation, cancellationToken).Add(operation.Definition.SelectionSet, root, data, []);
        return data;
    }

    private OutputField Add(string key, TypeReference type)
    {
        if (!_byKey.TryGetValue(key, out var field))
        {
            _byKey.Add(key, field = new OutputField(key, type));
            _fields.Add(field);
        }

        return field;
    }

    private sealed class Builder(ProjectOperation operation, CancellationToken cancellationToken)
    {
        private int _steps;

        /// <param name="set">The selections.</param>
        /// <param name="type">The type that they are of.</param>
        /// <param name="parent">What the fields go below.</param>
        /// <param name="spread">The fragments that are spread at this place already.</param>
        public void Add(SelectionSetSyntax set, NamedType type, OutputField parent, HashSet<string> spread)
        {
            foreach (var selection in set.Selections)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (++_steps > MostFields)
                    throw TooMany();
                if (selection is FieldSyntax field)
                    Add(field, type, parent);
                else if (selection is InlineFragmentSyntax inline)
                    Add(inline.SelectionSet, Condition(inline.TypeCondition, type), parent, spread);
                else if (selection is FragmentSpreadSyntax { Name.Value: var name } && spread.Add(name)
                    && operation.Index.FindFragment(name) is { } fragment)
                    Add(fragment.SelectionSet, Condition(fragment.TypeCondition, type), parent, spread);
            }
        }

        private void Add(FieldSyntax field, NamedType type, OutputField parent)
        {
            if (operation.Schema.FindField(type, field.Name.Value) is not { } definition)
                return;
            var added = parent.Add(field.ResponseKey, definition.Type);
            if (field.SelectionSet is { } below && operation.Schema.FindType(definition.Type.NamedType) is { } inner)
                Add(below, inner, added, []);
        }

        private ToolException TooMany() =>
            new($"The operation {operation.Name} selects more than {MostFields} fields, which is no table. Use --format json.");

        private NamedType Condition(NamedTypeSyntax? condition, NamedType type) =>
            condition is null ? type : operation.Schema.FindType(condition.Name.Value) ?? type;
    }
}
