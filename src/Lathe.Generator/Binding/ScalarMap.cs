using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Binding;

/// <summary>Maps scalars to .NET types: as configured, else by the defaults for common names, else as any JSON value.</summary>
internal sealed class ScalarMap
{
    private readonly Dictionary<string, ScalarModel> _configured = new(StringComparer.Ordinal);
    private readonly Func<string, string?> _jsonConverter;

    /// <summary>Makes a map.</summary>
    /// <param name="mappings">What is configured.</param>
    /// <param name="jsonConverter">The generated class that System.Text.Json uses for a scalar; null where no code is made.</param>
    public ScalarMap(IEnumerable<ScalarMapping> mappings, Func<string, string?>? jsonConverter = null)
    {
        _jsonConverter = jsonConverter ?? (static _ => null);
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

    private ScalarModel Configured(ScalarMapping mapping)
    {
        if (mapping.Converter is null && ScalarTypes.FindKind(mapping.Type) is { } kind)
            return mapping.Write is { } form ? Create(mapping.Scalar, kind) with { Form = form } : Create(mapping.Scalar, kind);
        var type = ScalarTypes.Qualify(mapping.Type);
        return Create(mapping.Scalar, type, mapping.Converter is null ? type : ScalarTypes.Qualify(mapping.Converter));
    }

    private ScalarModel Create(string scalar, ScalarKind kind) => kind == ScalarKind.File
        ? Create(scalar, ScalarTypes.ClrType(kind), ScalarTypes.ClrType(kind))
        : new() { Name = scalar, Kind = kind, ClrType = ScalarTypes.ClrType(kind), Form = DefaultScalars.FormOf(scalar, kind) };

    private ScalarModel Create(string scalar, string type, string converter) =>
        new() { Name = scalar, Kind = ScalarKind.Converter, ClrType = type, Converter = converter, JsonConverter = _jsonConverter(scalar) };
}
