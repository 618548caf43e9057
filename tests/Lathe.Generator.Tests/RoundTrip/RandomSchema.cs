using System.Text;

namespace Lathe.Generator.Tests.RoundTrip;

/// <summary>A random schema: objects, interfaces, unions, enums, scalars, lists of any depth, and null where it may be.</summary>
internal sealed class RandomSchema
{
    public static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID", "DateTime", "UUID", "Long", "Decimal", "Date", "JSON"];

    private readonly Random _random;
    private readonly List<string> _interfaceFields = [];

    public RandomSchema(int seed)
    {
        _random = new Random(seed);
        Enums = Names("Enum", 1, 3);
        Interfaces = Names("Face", 0, 3);
        Objects = Names("Thing", 2, 6);
        Unions = Names("Either", 0, 2);
        Sdl = Write();
    }

    public string[] Enums { get; }

    public string[] Interfaces { get; }

    public string[] Objects { get; }

    public string[] Unions { get; }

    public string Sdl { get; }

    private string[] Names(string prefix, int least, int most) =>
        [.. Enumerable.Range(0, _random.Next(least, most + 1)).Select(i => $"{prefix}{i}")];

    private string Write()
    {
        var sdl = new StringBuilder();
        foreach (var scalar in Scalars.Skip(5))
            sdl.Append("scalar ").Append(scalar).Append('\n');
        foreach (var name in Enums)
            sdl.Append("enum ").Append(name).Append(" { ").AppendJoin(' ', Enumerable.Range(0, _random.Next(1, 5)).Select(i => $"VALUE_{i}")).Append(" }\n");
        foreach (var name in Interfaces)
        {
            _interfaceFields.Add(Fields(name.ToLowerInvariant(), _random.Next(1, 4)));
            sdl.Append("interface ").Append(name).Append(" {\n").Append(_interfaceFields[^1]).Append("}\n");
        }

        foreach (var name in Objects)
            WriteObject(sdl, name);
        foreach (var name in Unions)
            sdl.Append("union ").Append(name).Append(" = ").AppendJoin(" | ", Members()).Append('\n');
        return sdl.Append("type Query {\n").Append(Fields("root", 6)).Append("  self: Query!\n}\n").ToString();
    }

    private void WriteObject(StringBuilder sdl, string name)
    {
        var implemented = Enumerable.Range(0, Interfaces.Length).Where(_ => _random.Next(2) == 0).ToArray();
        sdl.Append("type ").Append(name);
        if (implemented.Length > 0)
            sdl.Append(" implements ").AppendJoin(" & ", implemented.Select(i => Interfaces[i]));
        sdl.Append(" {\n");
        foreach (var i in implemented)
            sdl.Append(_interfaceFields[i]);
        // Shared names let fields of different objects meet in one selection set.
        sdl.Append(Fields(_random.Next(2) == 0 ? "shared" : name.ToLowerInvariant(), _random.Next(1, 6))).Append("}\n");
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

    private string TypeOf()
    {
        var pick = _random.Next(10);
        string[] pool = pick switch
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
