using System.Text;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random operation with its fragments over a schema. It may be invalid where fields meet; the caller validates it.</summary>
internal sealed class RandomDocument
{
    private const int MaxDepth = 4;

    private readonly Random _random;
    private readonly Schema _schema;
    private readonly string _name;
    private readonly List<string> _fragments = [];
    private readonly List<(string Name, NamedType Type)> _finished = [];
    private int _aliases;

    public RandomDocument(Schema schema, string name, int seed)
    {
        _schema = schema;
        _name = name;
        _random = new Random(seed);
        var selections = Selections((FieldsType)schema.FindType("Query")!, 0);
        var fragments = string.Join('\n', _fragments);
        string[] variables = [.. new[] { "$yes", "$no" }.Where(name => (selections + fragments).Contains(name, StringComparison.Ordinal))];
        var definitions = variables.Length == 0 ? string.Empty : $"({string.Join(", ", variables.Select(name => name + ": Boolean!"))})";
        Text = $"query {name}{definitions} {selections}\n{fragments}";
    }

    public string Text { get; }

    private string Selections(NamedType type, int depth)
    {
        var text = new StringBuilder("{ ");
        var count = _random.Next(1, 5);
        for (var i = 0; i < count; i++)
            text.Append(Selection(type, depth)).Append(' ');
        return text.Append('}').ToString();
    }

    private string Selection(NamedType type, int depth) => _random.Next(8) switch
    {
        0 when depth < MaxDepth => InlineFragment(type, depth),
        1 when depth < MaxDepth => Spread(type, depth),
        2 => "__typename",
        _ when type is FieldsType fields => Field(fields, depth),
        _ when depth < MaxDepth => InlineFragment(type, depth),
        _ => "__typename",
    };

    private string InlineFragment(NamedType type, int depth)
    {
        if (_random.Next(6) == 0)
            return $"...{Directive()} {Selections(type, depth + 1)}";
        var condition = Condition(type);
        return $"... on {condition.Name}{Directive()} {Selections(condition, depth + 1)}";
    }

    private string Spread(NamedType type, int depth)
    {
        var known = _finished.FindAll(one => Overlap(one.Type, type));
        if (known.Count > 0 && _random.Next(2) == 0)
            return $"...{known[_random.Next(known.Count)].Name}{Directive()}";
        var condition = Condition(type);
        var index = _fragments.Count;
        var name = $"{_name}Part{index}";
        _fragments.Add(string.Empty);
        _fragments[index] = $"fragment {name} on {condition.Name} {Selections(condition, depth + 1)}";
        _finished.Add((name, condition));
        return $"...{name}{Directive()}";
    }

    // The type itself, or any that shares an object type with it.
    private NamedType Condition(NamedType type)
    {
        if (_random.Next(2) == 0)
            return type;
        var others = _schema.TypeNames.Select(name => _schema.FindType(name)!).Where(other => other.IsComposite && Overlap(other, type)).ToList();
        return others.Count == 0 ? type : others[_random.Next(others.Count)];
    }

    private bool Overlap(NamedType left, NamedType right) =>
        _schema.GetPossibleTypes(left.Name).Intersect(_schema.GetPossibleTypes(right.Name)).Any();

    private string Field(FieldsType type, int depth)
    {
        var field = type.Fields[_random.Next(type.Fields.Count)];
        var fieldType = _schema.FindType(field.Type.NamedType)!;
        if (fieldType.IsComposite && depth >= MaxDepth)
            return "__typename";
        var alias = _random.Next(3) == 0 ? $"alias{_aliases++}: " : string.Empty;
        return $"{alias}{field.Name}{Directive()}{(fieldType.IsComposite ? " " + Selections(fieldType, depth + 1) : string.Empty)}";
    }

    private string Directive() => _random.Next(12) switch
    {
        0 => " @include(if: $yes)",
        1 => " @skip(if: $no)",
        _ => string.Empty,
    };
}
