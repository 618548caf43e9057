using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>
/// Which directives and input types refer to which: a directive by its arguments' types and by the directives applied to it
/// and to its arguments, a type by the directives applied to it and to its members and by the types of its input fields.
/// </summary>
internal sealed class DirectiveReferences
{
    private readonly Dictionary<string, HashSet<string>> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inCycles = new(StringComparer.Ordinal);

    // Tarjan's strongly connected components, with a stack of its own: chains may be as long as the schema.
    private readonly Dictionary<string, (int Index, int Low)> _order = new(StringComparer.Ordinal);
    private readonly Stack<string> _open = new();
    private readonly HashSet<string> _isOpen = new(StringComparer.Ordinal);

    internal DirectiveReferences(SchemaContext context)
    {
        foreach (var definition in context.DefinitionsOf<TypeSystemDefinitionSyntax>())
            Add(definition);
        foreach (var name in _references.Keys)
        {
            if (name[0] == '@' && !_order.ContainsKey(name))
                Search(name);
        }
    }

    /// <summary>Tells whether a node, a type's name or a directive's name with <c>@</c>, leads back to itself.</summary>
    internal bool IsInCycle(string node) => _inCycles.Contains(node);

    private void Add(TypeSystemDefinitionSyntax definition)
    {
        switch (definition)
        {
            case DirectiveDefinitionSyntax directive:
                AddValues(ReferencesOf("@" + directive.Name.Value, directive.Directives), directive.Arguments);
                break;
            case InputObjectTypeDefinitionSyntax input:
                AddValues(ReferencesOf(input.Name.Value, input.Directives), input.Fields);
                break;
            case EnumTypeDefinitionSyntax values:
                var references = ReferencesOf(values.Name.Value, values.Directives);
                foreach (var value in values.Values)
                    AddDirectives(references, value.Directives);
                break;
            case ScalarTypeDefinitionSyntax scalar:
                ReferencesOf(scalar.Name.Value, scalar.Directives);
                break;
        }
    }

    private HashSet<string> ReferencesOf(string node, IReadOnlyList<DirectiveSyntax> directives)
    {
        if (!_references.TryGetValue(node, out var references))
            _references.Add(node, references = new HashSet<string>(StringComparer.Ordinal));
        AddDirectives(references, directives);
        return references;
    }

    private static void AddValues(HashSet<string> references, IReadOnlyList<InputValueDefinitionSyntax> values)
    {
        foreach (var value in values)
        {
            references.Add(TypeUses.Innermost(value.Type).Name.Value);
            AddDirectives(references, value.Directives);
        }
    }

    private static void AddDirectives(HashSet<string> references, IReadOnlyList<DirectiveSyntax> directives)
    {
        foreach (var directive in directives)
            references.Add("@" + directive.Name.Value);
    }

    private void Search(string root)
    {
        var path = new Stack<(string Node, IEnumerator<string> Targets)>();
        Enter(root, path);
        while (path.Count > 0)
        {
            var (node, targets) = path.Peek();
            if (!targets.MoveNext())
            {
                path.Pop();
                Leave(node);
                if (path.Count > 0)
                    Lower(path.Peek().Node, _order[node].Low);
            }
            else if (!_order.TryGetValue(targets.Current, out var known))
            {
                Enter(targets.Current, path);
            }
            else if (_isOpen.Contains(targets.Current))
            {
                Lower(node, known.Index);
            }
        }
    }

    private void Enter(string node, Stack<(string Node, IEnumerator<string> Targets)> path)
    {
        _order.Add(node, (_order.Count, _order.Count));
        _open.Push(node);
        _isOpen.Add(node);
        IEnumerable<string> targets = _references.TryGetValue(node, out var references) ? references : [];
        path.Push((node, targets.GetEnumerator()));
    }

    private void Lower(string node, int low) => _order[node] = (_order[node].Index, Math.Min(_order[node].Low, low));

    /// <summary>Closes the component that begins at a node. All nodes of a component of several lead back to themselves.</summary>
    private void Leave(string node)
    {
        if (_order[node].Low != _order[node].Index)
            return;
        var isCycle = _open.Peek() != node || (_references.TryGetValue(node, out var references) && references.Contains(node));
        string member;
        do
        {
            member = _open.Pop();
            _isOpen.Remove(member);
            if (isCycle)
                _inCycles.Add(member);
        }
        while (member != node);
    }
}
