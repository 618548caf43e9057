using System.Globalization;
using System.Text.Json;
using Lathe.Language.Paging;
using Lathe.Language.Syntax;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>Finds out from a page what to ask for next.</summary>
internal sealed class PageTurner
{
    private readonly PageField _field;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private long _offset;

    /// <summary>Begins with the first page.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="field">The field that pages.</param>
    /// <param name="variables">The variables of the first page.</param>
    public PageTurner(ProjectOperation operation, PageField field, IReadOnlyList<KeyValuePair<string, JsonElement>> variables)
    {
        _field = field;
        var given = variables.FirstOrDefault(variable => variable.Key == field.Variable).Value;
        var byDefault = operation.Definition.VariableDefinitions.First(variable => variable.Variable.Name.Value == field.Variable).DefaultValue;
        if (given.ValueKind == JsonValueKind.Undefined && byDefault is IntValueSyntax literal && field.Kind == PagerKind.Offset)
            _offset = long.Parse(literal.Value, CultureInfo.InvariantCulture);
        else if (given.ValueKind == JsonValueKind.Number && field.Kind == PagerKind.Offset)
            _offset = given.GetInt64();
        if (given.ValueKind != JsonValueKind.Undefined)
            _asked.Add(given.GetRawText());
    }

    /// <summary>Reads a page.</summary>
    /// <param name="data">The data of the answer.</param>
    /// <returns>The variable's value for the next page; null behind the last one.</returns>
    /// <exception cref="ToolException">The server leads round in a circle, or nowhere.</exception>
    public JsonElement? Next(JsonElement data)
    {
        var field = Follow(data, _field.Path);
        var items = Items(field).ToArray();
        if (_field.HasMore.Count > 0 && Follow(field, _field.HasMore).ValueKind != JsonValueKind.True)
            return null;
        if (_field.Kind is PagerKind.Offset or PagerKind.Keyset && items.Length == 0)
            return null;
        _offset += items.Length;
        var next = _field.Kind switch
        {
            PagerKind.Offset => JsonDocument.Parse(_offset.ToString(CultureInfo.InvariantCulture)).RootElement,
            PagerKind.Keyset => Follow(items[^1], _field.Cursor),
            _ => Follow(field, _field.Cursor),
        };
        if (next.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined)
            throw new ToolException($"'{PlainText.Line(_field.Name)}' says that there is more, and does not say where: what came before is not all.");
        if (!_asked.Add(next.GetRawText()))
            throw new ToolException($"'{PlainText.Line(_field.Name)}' leads to a page that was there before: what came is not all.");
        return next;
    }

    private IEnumerable<JsonElement> Items(JsonElement field)
    {
        var values = Each(field);
        foreach (var step in _field.Items)
            values = values.SelectMany(value => Each(Follow(value, [step])));
        return values;
    }

    private static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Undefined => [],
        _ => [value],
    };

    private static JsonElement Follow(JsonElement value, IEnumerable<PageStep> steps) => ResponseKeys.Follow(value, steps.Select(step => step.Key));
}
