using Lathe.Language.Syntax;

namespace Lathe.Language.TypeSystem.Validation.Definitions;

/// <summary>
/// Which input objects have a value that ends (section 3.10, circular references): an object needs all its non-null fields, a
/// OneOf object one of its fields.
/// </summary>
internal sealed class FiniteInputs
{
    private readonly SchemaContext _context;
    private readonly Dictionary<TypeShape, List<TypeShape>> _dependents = [];
    private readonly Dictionary<TypeShape, int> _missing = [];
    private readonly HashSet<TypeShape> _finite = [];
    private readonly Queue<TypeShape> _news = new();

    internal FiniteInputs(SchemaContext context)
    {
        _context = context;
        foreach (var type in context.Types.Defined)
        {
            if (type.IsInputObject)
                Add(type);
        }

        while (_news.Count > 0)
            Spread(_news.Dequeue());
    }

    internal bool IsFinite(TypeShape type) => _finite.Contains(type);

    /// <summary>Gives the input object that a field makes a value of its type need, or null where it makes none necessary.</summary>
    internal TypeShape? NeedOf(TypeShape type, InputValueDefinitionSyntax field)
    {
        var named = (type.IsOneOf ? field.Type : (field.Type as NonNullTypeSyntax)?.NullableType) as NamedTypeSyntax;
        return named is not null && _context.Types.Find(named) is { IsInputObject: true } target ? target : null;
    }

    private void Add(TypeShape type)
    {
        var needs = 0;
        foreach (var field in type.InputFields)
        {
            if (NeedOf(type, field) is not { } target)
                continue;
            needs++;
            if (!_dependents.TryGetValue(target, out var dependents))
                _dependents.Add(target, dependents = []);
            dependents.Add(type);
        }

        // One field without needs is enough for a OneOf object.
        _missing.Add(type, type.IsOneOf ? Math.Min(needs, 1) : needs);
        if (needs == 0 || (type.IsOneOf && needs < type.InputFields.Count))
            Mark(type);
    }

    private void Mark(TypeShape type)
    {
        if (_finite.Add(type))
            _news.Enqueue(type);
    }

    private void Spread(TypeShape type)
    {
        if (!_dependents.TryGetValue(type, out var dependents))
            return;
        foreach (var dependent in dependents)
        {
            if (--_missing[dependent] == 0)
                Mark(dependent);
        }
    }
}
