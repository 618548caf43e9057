using Lathe.Generator.Binding;
using Lathe.Generator.Model;

namespace Lathe.Generator.Pipeline;

/// <summary>An input object, an enum or a scalar with a converter to make code of: one that operations lead to.</summary>
internal sealed class TypeUnit(ClientTypeNames names, string name) : IEquatable<TypeUnit>
{
    private readonly ClientTypeNames _names = names;
    private readonly string _name = name;

    /// <summary>Finds the types of all clients, each once, in ordinal order.</summary>
    public static IEnumerable<TypeUnit> Of((TypeUses Uses, IReadOnlyList<ClientTypeNames> Names) given, CancellationToken cancellationToken)
    {
        foreach (var use in given.Uses.Clients)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (given.Names.FirstOrDefault(one => one.Client == use.Client) is not { } names)
                continue;
            foreach (var reached in UsedTypes.Closure(names.Schema, use.Types, cancellationToken))
                yield return new TypeUnit(names, reached);
        }
    }

    /// <summary>Binds the type; null for other types.</summary>
    public static IUnitModel? Bind(TypeUnit unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var binder = unit._names.CreateBinder(cancellationToken);
        return (IUnitModel?)binder.BindInput(unit._name) ?? (IUnitModel?)binder.BindEnum(unit._name) ?? binder.BindScalar(unit._name);
    }

    // The names of these types depend on the schema and the configuration alone.
    public bool Equals(TypeUnit? other) =>
        other is not null && _name == other._name && ReferenceEquals(_names.Schema, other._names.Schema) && _names.Config.Equals(other._names.Config);

    public override bool Equals(object? obj) => Equals(obj as TypeUnit);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_name);
}
