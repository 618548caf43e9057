using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Binding;

/// <summary>Maps scalars to .NET types: as configured, else by the defaults for common names, else as any JSON value.</summary>
internal sealed class ScalarMap
{
    private readonly Dictionary<string, ScalarModel> _configured = new(StringComparer.Ordinal);

    public ScalarMap(IEnumerable<ScalarMapping> mappings)
    {
        foreach (var mapping in mappings)
            _configured[mapping.Scalar] = Configured(mapping);
    }

    /// <summary>Gets a scalar's model. One that nothing maps is a <c>System.Text.Json.JsonElement</c>, marked as unmapped.</summary>
    public ScalarModel Find(string scalar)
    {
        if (_configured.TryGetValue(scalar, out var configured))
            return configured;
        return DefaultScalars.Find(scalar) is { } kind
            ? Create(scalar, kind)
            : Create(scalar, ScalarKind.Json) with { IsUnmapped = true };
    }

    private static ScalarModel Configured(ScalarMapping mapping)
    {
        if (mapping.Converter is null && ScalarTypes.FindKind(mapping.Type) is { } kind)
            return mapping.Write is { } form ? Create(mapping.Scalar, kind) with { Form = form } : Create(mapping.Scalar, kind);
        var type = ScalarTypes.Qualify(mapping.Type);
        return new ScalarModel
        {
            Name = mapping.Scalar,
            Kind = ScalarKind.Converter,
            ClrType = type,
            Converter = mapping.Converter is null ? type : ScalarTypes.Qualify(mapping.Converter),
        };
    }

    private static ScalarModel Create(string scalar, ScalarKind kind) => kind == ScalarKind.File
        ? new() { Name = scalar, Kind = ScalarKind.Converter, ClrType = ScalarTypes.ClrType(kind), Converter = ScalarTypes.ClrType(kind) }
        : new() { Name = scalar, Kind = kind, ClrType = ScalarTypes.ClrType(kind), Form = DefaultScalars.FormOf(scalar, kind) };
}
