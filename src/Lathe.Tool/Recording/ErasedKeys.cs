using Lathe.Language.Configuration;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;
using Lathe.Tool.Running;

namespace Lathe.Tool.Recording;

/// <summary>Finds the response keys whose values no fixture holds: those that were named, and those whose names say that they are secret.</summary>
internal sealed class ErasedKeys
{
    // Without case and underscores.
    private static readonly string[] s_secrets =
        ["password", "passphrase", "secret", "token", "apikey", "accesskey", "privatekey", "credential", "jwt", "authorization", "cookie"];

    private readonly Dictionary<string, ErasedType> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _met = new(StringComparer.Ordinal);
    private readonly ProjectOperation _operation;
    private readonly IReadOnlyCollection<string> _erase;
    private readonly IReadOnlyCollection<string> _keep;

    private ErasedKeys(ProjectOperation operation, IReadOnlyCollection<string> erase, IReadOnlyCollection<string> keep) =>
        (_operation, _erase, _keep) = (operation, erase, keep);

    /// <summary>Finds them.</summary>
    /// <param name="operation">A sound operation.</param>
    /// <param name="erase">Names of fields or their aliases.</param>
    /// <param name="keep">Names of fields or their aliases that are no secrets, whatever their names say.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ToolException">The operation has no field of a name.</exception>
    public static ErasedKeys Of(
        ProjectOperation operation, IReadOnlyCollection<string> erase, IReadOnlyCollection<string> keep, CancellationToken cancellationToken)
    {
        var keys = new ErasedKeys(operation, erase, keep);
        keys.Add(operation.Definition.SelectionSet, operation.Schema.FindRootType(operation.Type), isErased: false);
        foreach (var fragment in operation.Index.Graph.Reach(operation.Definition.SelectionSet))
        {
            cancellationToken.ThrowIfCancellationRequested();
            keys.Add(fragment.SelectionSet, operation.Schema.FindType(fragment.TypeCondition.Name.Value), isErased: false);
        }

        if (erase.Concat(keep).FirstOrDefault(name => !keys._met.Contains(name)) is { } unknown)
            throw new ToolException($"The operation {operation.Name} has no field '{PlainText.Line(unknown)}'. Nothing was sent.");
        return keys;
    }

    /// <summary>Tells whether what stands behind a key is erased.</summary>
    /// <param name="key">The response key; or a name within errors, extensions or JSON.</param>
    /// <returns>What the values are; null where they stay.</returns>
    public ErasedType? Find(string key) =>
        _types.TryGetValue(key, out var type) ? type : IsSecret(key) && !_met.Contains(key) ? ErasedType.Unknown : null;

    private static bool IsSecret(string name)
    {
        var plain = name.Replace("_", string.Empty, StringComparison.Ordinal);
        return s_secrets.Any(word => plain.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private void Add(SelectionSetSyntax set, NamedType? type, bool isErased)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldSyntax field)
                Add(field, type, isErased);
            else if (selection is InlineFragmentSyntax inline)
                Add(inline.SelectionSet, inline.TypeCondition is { } on ? _operation.Schema.FindType(on.Name.Value) : type, isErased);
        }
    }

    private void Add(FieldSyntax field, NamedType? parent, bool isErased)
    {
        var (name, key) = (field.Name.Value, field.ResponseKey);
        _met.Add(name);
        _met.Add(key);
        var definition = parent is null ? null : _operation.Schema.FindField(parent, name);
        var type = definition is null ? null : _operation.Schema.FindType(definition.Type.NamedType);
        isErased |= _erase.Contains(name) || _erase.Contains(key)
            || ((IsSecret(name) || IsSecret(key)) && !_keep.Contains(name) && !_keep.Contains(key));
        if (isErased)
            _types[key] = ErasedType.Of(type);
        if (field.SelectionSet is { } below)
            Add(below, type, isErased);
    }
}

/// <summary>What erased values are, so that what takes their place still fits.</summary>
/// <param name="EnumValue">A value of the enum; null for what is none.</param>
/// <param name="IsBytes">Whether they are Base64.</param>
internal sealed record ErasedType(string? EnumValue, bool IsBytes)
{
    public static ErasedType Unknown { get; } = new(null, false);

    public static ErasedType Of(NamedType? type) => type switch
    {
        EnumType { Values.Count: > 0 } named => new(named.Values[0].Name, false),
        ScalarType scalar when DefaultScalars.Find(scalar.Name) == ScalarKind.Bytes => new(null, true),
        _ => Unknown,
    };
}
