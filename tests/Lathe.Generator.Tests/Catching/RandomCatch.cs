using System.Text;

namespace Lathe.Generator.Tests.Catching;

/// <summary>A random schema with a random operation whose fields say, in all ways, what becomes of their errors.</summary>
internal sealed class RandomCatch
{
    private const int Deepest = 3;

    private static readonly string[] s_words = ["RESULT", "NULL", "THROW"];

    private readonly Random _random;
    private readonly StringBuilder _types = new();
    private readonly string? _default;
    private readonly string? _fragmentDefault;
    private readonly bool _hasFragment;
    private readonly StringBuilder _fragment = new();
    private int _typeCount;

    public RandomCatch(int seed)
    {
        _random = new Random(seed);
        _default = Word(0.5);
        _hasFragment = _random.Next(2) == 0;
        _fragmentDefault = Word(0.5);
        var text = new StringBuilder();
        Root = Object(0, "Query", text, _default, nonNull: true);
        var directive = _default is null ? "" : $" @catchByDefault(to: {_default})";
        Document = $"query Probe{directive} {text}{_fragment}";
        Schema = _types.ToString();
    }

    public string Schema { get; }

    public string Document { get; }

    public Place Root { get; }

    // The fields of the last object of the root come by a fragment, with a default of its own.
    private Place Object(int depth, string type, StringBuilder text, string? byDefault, bool nonNull, Place? like = null)
    {
        var fields = new List<(string, Place)>();
        var definitions = new StringBuilder();
        text.Append("{ ");
        var count = _random.Next(1, 4) + (depth == 0 ? 1 : 0);
        for (var i = 0; i < count; i++)
            fields.Add(($"f{i}", Field(depth, $"f{i}", text, definitions, byDefault)));
        text.Append('}');
        _types.Insert(0, $"type {type}{SemanticOf(definitions)} {{ {definitions.ToString().Split('|')[0]} }}\n");
        return new Place
        {
            IsNonNull = like?.IsNonNull ?? nonNull, IsSemantic = like?.IsSemantic ?? false, Catch = like?.Catch, ByDefault = like?.ByDefault,
            Fields = fields, Type = type,
        };
    }

    private static string SemanticOf(StringBuilder definitions) =>
        definitions.ToString().Split('|') is [_, .. var directives] ? string.Concat(directives) : "";

    private Place Field(int depth, string key, StringBuilder text, StringBuilder definitions, string? byDefault)
    {
        var lists = _random.Next(5) switch { 0 => 1, 1 when _random.Next(2) == 0 => 2, _ => 0 };
        var word = Word(0.6);
        int[] caught = word is null ? [] : [.. Enumerable.Range(0, lists + 1).Where(level => level == 0 || _random.Next(2) == 0)];
        int[] semantic = _random.Next(3) == 0 ? [.. Enumerable.Range(0, lists + 1).Where(_ => _random.Next(2) == 0)] : [];
        var isObject = depth < Deepest && _random.Next(2) == 0;
        text.Append(key);
        if (caught.Length > 0)
            text.Append($" @catch(to: {word}, levels: [{string.Join(", ", caught)}])");
        text.Append(' ');
        Place? place = null;
        for (var level = lists; level >= 0; level--)
        {
            var own = new Place
            {
                IsNonNull = _random.Next(4) == 0,
                IsSemantic = semantic.Contains(level),
                Catch = caught.Contains(level) ? word : null,
                ByDefault = byDefault,
                Item = place,
            };
            place = level < lists || !isObject ? own : ObjectLike(depth, text, byDefault, own);
        }

        var head = definitions.ToString().Split('|');
        head[0] += $"{key}: {place!.TypeText} ";
        var directive = semantic.Length == 0 ? "" : $" @semanticNonNullField(name: \"{key}\", levels: [{string.Join(", ", semantic)}])";
        definitions.Clear().Append(string.Join('|', head)).Append(directive.Length == 0 ? "" : "|" + directive);
        return place;
    }

    private Place ObjectLike(int depth, StringBuilder text, string? byDefault, Place like)
    {
        var type = $"T{_typeCount++}";
        if (!_hasFragment || _fragment.Length > 0 || depth > 1)
            return Object(depth + 1, type, text, byDefault, false, like);
        _fragment.Append(' ');
        text.Append("{ ...Part }");
        var inner = new StringBuilder();
        var place = Object(depth + 1, type, inner, _fragmentDefault, false, like);
        var directive = _fragmentDefault is null ? "" : $" @catchByDefault(to: {_fragmentDefault})";
        _fragment.Append($"fragment Part on {type}{directive} {inner}");
        return place;
    }

    private string? Word(double share) => _random.NextDouble() < share ? s_words[_random.Next(3)] : null;
}
