using System.Collections.Immutable;
using Lathe.Generator.Model;

namespace Lathe.Generator.Pipeline;

/// <summary>An input object or enum to make code of: one that operations lead to.</summary>
internal sealed class TypeUnit(ClientTypeNames names, string name) : IEquatable<TypeUnit>
{
    /// <summary>Finds the types of all clients, each once, in ordinal order.</summary>
    public static IEnumerable<TypeUnit> Of(ImmutableArray<UnitResult> results, CancellationToken cancellationToken)
    {
        foreach (var client in results.Where(result => result.IsSound).GroupBy(result => result.Unit.Names.Client, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var used = new HashSet<string>(client.SelectMany(result => result.TypeNames), StringComparer.Ordinal);
            var names = client.First().Unit.Names;
            foreach (var reached in names.CreateBinder().Reach(used))
                yield return new TypeUnit(names, reached);
        }
    }

    public static InputModel? BindInput(TypeUnit unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return unit.Names.CreateBinder().BindInput(unit.Name);
    }

    public static EnumModel? BindEnum(TypeUnit unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return unit.Names.CreateBinder().BindEnum(unit.Name);
    }

    // The names of inputs and enums depend on the schema and the configuration alone.
    public bool Equals(TypeUnit? other) =>
        other is not null && Name == other.Name && ReferenceEquals(Names.Schema, other.Names.Schema) && Names.Config.Equals(other.Names.Config);

    public override bool Equals(object? obj) => Equals(obj as TypeUnit);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private ClientTypeNames Names { get; } = names;

    private string Name { get; } = name;
}
