using System.Buffers;
using System.Text.Json;
using Lathe.Language.TypeSystem;

namespace Lathe.Testing.Faking;

/// <summary>Executes an operation with made-up values (specification, section 6.3): the bytes that a server could answer.</summary>
internal sealed class FakeWriter(FakeSettings settings, UniqueNumbers unique)
{
    private const int MostObjects = 200_000;
    private const ulong NullSalt = 1;
    private const ulong ItemSalt = 2;
    private const ulong CaseSalt = 3;
    private const ulong TypeSalt = 4;
    private const ulong UnknownSalt = 5;

    private static readonly int[] s_listLengths = [3, 2, 1];
    private static readonly JsonEncodedText s_unknownValue = JsonEncodedText.Encode("UNKNOWN_VALUE");

    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private int _objects;
    private int _lists;
    private int _ended;

    /// <summary>Writes the value of <c>data</c>.</summary>
    public byte[] Write(FakeComposite root, ulong seed)
    {
        using (var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = 1000 }))
            WriteObject(json, root, seed, TurnOf(seed));
        return _buffer.WrittenSpan.ToArray();
    }

    private static int TurnOf(ulong seed) => Hash.Mix(seed, CaseSalt).Below(int.MaxValue / 2);

    private void WriteObject(Utf8JsonWriter json, FakeComposite composite, ulong seed, int turn)
    {
        if (++_objects > MostObjects)
            throw new InvalidOperationException($"The fake has more than {MostObjects} objects. Make its lists shorter with ListsOf.");
        var type = TypeOf(composite, seed, turn);
        json.WriteStartObject();
        foreach (var field in type.Fields)
        {
            json.WritePropertyName(field.Key);
            if (field.IsTypeName)
                json.WriteStringValue(type.TypeName);
            else
                WriteField(json, field, seed);
        }

        json.WriteEndObject();
    }

    private void WriteField(Utf8JsonWriter json, FakeField field, ulong seed)
    {
        var own = Hash.Mix(seed, field.Salt);
        // All items are on the first page, so that a program that reads page by page ends.
        var isEnded = field.OffsetVariable is { } offset && settings.Variables is { } sent && sent.TryGetProperty(offset, out var left)
            && left.ValueKind == JsonValueKind.Number && left.GetDouble() > 0;
        _ended += isEnded ? 1 : 0;
        WriteValue(json, field, field.Type, new Place(own, seed, TurnOf(own)));
        _ended -= isEnded ? 1 : 0;
    }

    private FakeObject TypeOf(FakeComposite composite, ulong seed, int turn)
    {
        if (!composite.IsAbstract)
            return composite.Of(composite.Cases[0].Types[0]);
        var cases = composite.Cases;
        if (cases.Length == 0 || Hash.Mix(seed, UnknownSalt).Happens(settings.UnknownTypeShare))
            return composite.Unknown();
        return composite.Of(Hash.Mix(seed, TypeSalt).Of(cases[turn % cases.Length].Types));
    }

    private void WriteValue(Utf8JsonWriter json, FakeField field, TypeReference type, Place place)
    {
        if (!type.IsNonNull && Hash.Mix(place.Seed, NullSalt).Happens(settings.NullShare))
            json.WriteNullValue();
        else if (type.Nullable is ListTypeReference list)
            WriteList(json, field, list, place);
        else if (field.Composite is { } composite)
            WriteObject(json, composite, place.Seed, place.Turn);
        else if (field.EnumValues is { } values)
            json.WriteStringValue(Hash.Mix(place.Seed, UnknownSalt).Happens(settings.UnknownEnumShare) ? s_unknownValue : place.Seed.Of(values));
        else if (field.Leaf is { } leaf)
            leaf.Write(json, place.Seed, leaf.IsUnique ? unique.Of(place.Owner) : 0);
        else
            json.WriteNullValue();
    }

    private void WriteList(Utf8JsonWriter json, FakeField field, ListTypeReference list, Place place)
    {
        var length = _ended > 0 ? 0 : settings.ListLength ?? s_listLengths[Math.Min(_lists, s_listLengths.Length - 1)];
        _lists++;
        json.WriteStartArray();
        for (var i = 0; i < length; i++)
        {
            // Each case of a union comes in turn.
            var item = Hash.Mix(place.Seed, ItemSalt + (ulong)i);
            WriteValue(json, field, list.ItemType, new Place(item, item, place.Turn + i));
        }

        json.WriteEndArray();
        _lists--;
    }

    /// <param name="Seed">Decides the value.</param>
    /// <param name="Owner">Decides an identifier: the seed of the object that has the field, or of the item.</param>
    /// <param name="Turn">Which case stands here, modulo their number.</param>
    private readonly record struct Place(ulong Seed, ulong Owner, int Turn);
}
