using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Fragments;

namespace Lathe.Tool.Operations;

/// <summary>The parts of a schema that documents ask for.</summary>
internal sealed class SchemaUsage
{
    private readonly Schema _schema;

    private SchemaUsage(Schema schema) => _schema = schema;

    public HashSet<string> Fields { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Types { get; } = new(StringComparer.Ordinal);

    public static SchemaUsage Find(Schema schema, DocumentIndex documents)
    {
        var usage = new SchemaUsage(schema);
        foreach (var operation in documents.Operations)
            usage.Walk(operation.SelectionSet, schema.FindRootType(operation.OperationType));
        foreach (var fragment in documents.Fragments)
            usage.Walk(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
        return usage;
    }

    private void Walk(SelectionSetSyntax selections, NamedType? parent)
    {
        if (parent is null)
            return;
        Types.Add(parent.Name);
        foreach (var selection in selections.Selections)
        {
            if (selection is InlineFragmentSyntax fragment)
                Walk(fragment.SelectionSet, fragment.TypeCondition is { } condition ? _schema.FindType(condition.Name.Value) : parent);
            else if (selection is FieldSyntax field && _schema.FindField(parent, field.Name.Value) is { } definition)
                Walk(field, parent, definition);
        }
    }

    private void Walk(FieldSyntax field, NamedType parent, FieldDefinition definition)
    {
        Fields.Add($"{parent.Name}.{definition.Name}");
        if (field.SelectionSet is { } selections)
            Walk(selections, _schema.FindType(definition.Type.NamedType));
    }
}
