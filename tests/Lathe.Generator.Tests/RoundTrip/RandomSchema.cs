using System.Text;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random schema: objects, interfaces, unions, enums, scalars, lists of any depth, and null where it may be.</summary>
internal sealed class RandomSchema
{
    public static readonly string[] Scalars =
    [
        "Int", "Float", "String", "Boolean", "ID", "DateTime", "UUID", "Long", "Decimal", "Date", "JSON", "BigInteger", "Bytes",
    ];

    private readonly Random _random;
    private readonly List<string> _interfaceFields = [];
    private readonly Dictionary<string, int[]> _implemented = new(StringComparer.Ordinal);

    public RandomSchema(int seed)
    {
        _random = new Random(seed);
        Enums = Names("Enum", 1, 3);
        Interfaces = Names("Face", 0, 3);
        Objects = Names("Thing", 2, 6);
        Unions = Names("Either", 0, 2);
        Inputs = [.. Names("Given", 1, 4), .. Names("OneOf", 1, 3)];
        Sdl = Write();
    }

    public string[] Enums { get; }

    public string[] Interfaces { get; }

    public string[] Objects { get; }

    public string[] Unions { get; }

    public string[] Inputs { get; }

    public string Sdl { get; }

    private string[] Names(string prefix, int least, int most) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(i => $"{prefix}{i}")];

    private string Write()
    {
        var sdl = new StringBuilder();
        foreach (var scalar in Scalars.Skip(5))
            sdl.Append("scalar ").Append(scalar).Append('\n');
        foreach (var name in Enums)
            sdl.Append("enum ")
                .Append(name)
                .Append(" { ")
                .AppendJoin(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(i => $"VALUE_{i}"))
                .Append(" }\n");
        foreach (var name in Interfaces)
        {
            _interfaceFields.Add(Fields(name.ToLowerInvariant(), _random.Next(1, 4)));
            sdl.Append("interface ").Append(name).Append(" {\n").Append(_interfaceFields[^1]).Append("}\n");
        }

        foreach (var name in Objects)
            _implemented[name] = [.. Enumerable.Range(0, Interfaces.Length).Where(_ => _random.Next(2) == 0)];
        foreach (var name in Objects)
            WriteObject(sdl, name);
        foreach (var name in Unions)
            sdl.Append("union ").Append(name).Append(" = ").AppendJoin(" | ", Members()).Append('\n');
        foreach (var name in Inputs)
            sdl.Append("input ")
                .Append(name)
                .Append(name.StartsWith("OneOf", StringComparison.Ordinal) ? " @oneOf {\n" : " {\n")
                .Append(InputFields(name, _random.Next(1, 7)))
                .Append("}\n");
        sdl.Append("type Mutation {\n  take(\n").Append(InputFields("Variables", 8)).Append("  ): Int\n}\n");
        return sdl.Append("type Query {\n").Append(Fields("root", 6)).Append("  self: Query!\n}\n").ToString();
    }

    private void WriteObject(StringBuilder sdl, string name)
    {
        var implemented = _implemented[name];
        sdl.Append("type ").Append(name);
        if (implemented.Length > 0)
            sdl.Append(" implements ").AppendJoin(" & ", implemented.Select(i => Interfaces[i]));
        sdl.Append(" {\n");
        foreach (var i in implemented)
            sdl.AppendJoin('\n', _interfaceFields[i].Split('\n').Select(Narrowed));
        // Shared names let fields of different objects meet in one selection set.
        sdl.Append(Fields(_random.Next(2) == 0 ? "shared" : name.ToLowerInvariant(), _random.Next(1, 6))).Append("}\n");
    }

    // What implements an interface may promise more: an object that implements the field's type, or that it is never null.
    private string Narrowed(string field)
    {
        var at = field.IndexOf(": ", StringComparison.Ordinal) + 2;
        if (at < 2 || _random.Next(3) > 0)
            return field;
        var type = field[at..].TrimEnd('!');
        var index = Array.IndexOf(Interfaces, type);
        var narrower = index < 0 ? [] : Objects.Where(one => _implemented[one].Contains(index)).ToArray();
        if (narrower.Length > 0)
            return field[..at] + narrower[_random.Next(narrower.Length)] + field[(at + type.Length)..];
        return field[at..] == type && _random.Next(3) == 0 ? field + "!" : field;
    }

    private string[] Members()
    {
        var members = Objects.Where(_ => _random.Next(2) == 0).ToArray();
        return members.Length > 0 ? members : [Objects[0]];
    }

    private string Fields(string prefix, int count)
    {
        var fields = new StringBuilder();
        for (var i = 0; i < count; i++)
            fields.Append("  ").Append(prefix).Append(i).Append(": ").Append(TypeOf()).Append('\n');
        return fields.ToString();
    }

    // A type that must be given within itself could not be given at all; a member of a choice can't be non-null.
    private string InputFields(string owner, int count)
    {
        var fields = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            var isChoice = owner.StartsWith("OneOf", StringComparison.Ordinal);
            var pool = (isChoice && i == 0 ? 0 : _random.Next(10)) switch { < 5 => Scalars, < 7 => Enums, _ => Inputs };
            var type = Wrap(pool[_random.Next(pool.Length)], 0);
            if (isChoice || (pool == Inputs && owner != "Variables" && !type.StartsWith('[')))
                type = type.TrimEnd('!');
            var hasDefault = type is "Int!" or "[Int!]!" && !isChoice;
            fields.Append("  field").Append(i).Append(": ").Append(type).Append(hasDefault ? " = 3" : "").Append('\n');
        }

        return fields.ToString();
    }

    private string TypeOf()
    {
        var pick = _random.Next(10);
        var pool = pick switch
        {
            < 5 => Scalars,
            5 => Enums,
            6 when Interfaces.Length > 0 => Interfaces,
            7 when Unions.Length > 0 => Unions,
            _ => Objects,
        };
        return Wrap(pool[_random.Next(pool.Length)], 0);
    }

    private string Wrap(string type, int depth)
    {
        if (_random.Next(2) == 0)
            type += "!";
        return depth < 3 && _random.Next(4) == 0 ? Wrap($"[{type}]", depth + 1) : type;
    }
}
