using System.Globalization;
using System.Text.Json;
using Lathe.Language.Configuration;

namespace Lathe.Testing.Faking;

/// <summary>Writes the values of a scalar field.</summary>
/// <param name="scalar">The scalar.</param>
/// <param name="field">The field's name.</param>
/// <param name="type">The name of the type that has the field.</param>
internal sealed class FakeLeaf(FakeScalar scalar, string field, string type)
{
    private readonly string _name = FakeText.Normalise(field);
    private readonly TextMaker _text = FakeText.For(scalar.Name, field, type);
    private readonly string _idPrefix = type.ToLowerInvariant() + "-";

    public FakeScalar Scalar => scalar;

    /// <summary>Gets whether no two objects of an answer have the same value: that of <c>ID</c>, and of fields named as identifiers.</summary>
    public bool IsUnique { get; } = scalar.Name == "ID" || IsIdentifier(FakeText.Normalise(field), FakeText.Normalise(type));

    /// <summary>Writes a value.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="seed">Decides the value.</param>
    /// <param name="unique">A number that no other object of the answer has, for identifiers.</param>
    public void Write(Utf8JsonWriter json, ulong seed, int unique)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Int or ScalarKind.Long or ScalarKind.BigInteger:
                json.WriteNumberValue(IsUnique ? unique : FakeValues.Integer(_name, seed));
                break;
            case ScalarKind.Double or ScalarKind.Decimal:
                json.WriteNumberValue(FakeValues.Number(_name, seed));
                break;
            case ScalarKind.Boolean:
                // A program that reads page by page would never end.
                json.WriteBooleanValue(_name is not ("hasnextpage" or "haspreviouspage") && (seed & 1024) != 0);
                break;
            case ScalarKind.Json:
                FakeValues.Json(json, FakeText.Normalise(scalar.Name), seed);
                break;
            case var kind:
                json.WriteStringValue(Text(kind, seed, unique));
                break;
        }
    }

    // Of a machine: id, machineId, machine_id, machineRef.
    private static bool IsIdentifier(string field, string type) =>
        field == "id" || (field.StartsWith(type, StringComparison.Ordinal) && field[type.Length..] is "id" or "ref");

    private string Text(ScalarKind kind, ulong seed, int unique) => kind switch
    {
        ScalarKind.Id => UniqueText(unique),
        ScalarKind.DateTimeOffset => FakeValues.Instant(seed),
        ScalarKind.DateTime => FakeValues.LocalInstant(seed),
        ScalarKind.DateOnly => FakeValues.Date(seed),
        ScalarKind.TimeOnly => FakeValues.TimeOfDay(seed),
        ScalarKind.TimeSpan => FakeValues.Duration(seed),
        ScalarKind.Guid => FakeValues.Guid(seed).ToString(),
        ScalarKind.Uri => FakeValues.Url(seed),
        ScalarKind.Bytes => FakeValues.Bytes(seed),
        _ => IsUnique ? UniqueText(unique) : _text(seed),
    };

    private string UniqueText(int unique) => string.Concat(_idPrefix, unique.ToString(CultureInfo.InvariantCulture));
}
