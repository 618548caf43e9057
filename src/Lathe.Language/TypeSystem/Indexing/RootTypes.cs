using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Indexing;

/// <summary>The root operation types (section 3.3.1), and what else the schema definition says.</summary>
internal sealed class RootTypes
{
    private readonly string?[] _names = new string?[3];

    internal string? Description { get; private set; }

    internal List<DirectiveSyntax> Directives { get; } = [];

    internal string? Find(OperationType operationType) => _names[(int)operationType];

    internal static RootTypes Find(SchemaIndex index, DefinitionSource definitions)
    {
        var roots = new RootTypes();
        var isDefined = false;
        foreach (var entry in index.SchemaDefinitions)
        {
            var syntax = (SchemaDefinitionSyntax)definitions.Parse(entry);
            isDefined |= !syntax.IsExtension;
            roots.Add(syntax);
        }

        if (!isDefined)
            roots.AddDefaults(index);
        return roots;
    }

    private void Add(SchemaDefinitionSyntax syntax)
    {
        Description ??= syntax.Description?.Value;
        Directives.AddRange(syntax.Directives);
        foreach (var root in syntax.RootOperationTypes)
            _names[(int)root.OperationType] ??= root.Type.Name.Value;
    }

    private void AddDefaults(SchemaIndex index)
    {
        foreach (var operationType in new[] { OperationType.Query, OperationType.Mutation, OperationType.Subscription })
        {
            var name = operationType.ToString();
            if (index.Types.ContainsKey(name))
                _names[(int)operationType] = name;
        }
    }
}
