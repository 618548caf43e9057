using System.Collections.Concurrent;
using System.Text.Json;
using Lathe.Language.Syntax;

namespace Lathe.Testing.Faking;

/// <summary>What is selected of a place that holds objects. The fields of a type are found when an object of the type is first made.</summary>
internal sealed class FakeComposite(FakePlan plan, string declaredType, IReadOnlyList<SelectionSetSyntax> selections)
{
    private const string UnknownType = "UnknownType";

    private readonly ConcurrentDictionary<string, FakeObject> _objects = new(StringComparer.Ordinal);
    private readonly Lazy<FakeCase[]> _cases = new(() => FakeCases.Of(plan, declaredType, selections));
    private FakeObject? _unknown;

    /// <summary>Gets whether several types may stand here.</summary>
    public bool IsAbstract { get; } = plan.Schema.FindType(declaredType)?.IsAbstract == true;

    /// <summary>Gets the types, those that the operation treats alike together.</summary>
    public FakeCase[] Cases => _cases.Value;

    /// <summary>Gets the fields of one of the types.</summary>
    public FakeObject Of(string type) =>
        _objects.TryGetValue(type, out var known) ? known : _objects.GetOrAdd(type, new FakeObject(JsonEncodedText.Encode(type), Fields(type)));

    /// <summary>Gets the fields of a type that the schema does not have: those that are selected of every type.</summary>
    public FakeObject Unknown() => _unknown ??= new FakeObject(JsonEncodedText.Encode(UnknownType), Fields(declaredType));

    /// <summary>Finds a field by its key in the answer, whichever type it is of; null when there is none.</summary>
    public FakeField? Find(string key) =>
        Cases.SelectMany(one => one.Types).Select(Of).SelectMany(static one => one.Fields).FirstOrDefault(field => field.ResponseKey == key);

    private FakeField[] Fields(string type)
    {
        var groups = new List<List<FieldSyntax>>();
        var byKey = new Dictionary<string, List<FieldSyntax>>(StringComparer.Ordinal);
        foreach (var selection in selections)
            Collect(type, selection, groups, byKey);
        return [.. groups.Select(fields => plan.FieldOf(type, fields))];
    }

    private void Collect(string type, SelectionSetSyntax set, List<List<FieldSyntax>> groups, Dictionary<string, List<FieldSyntax>> byKey)
    {
        foreach (var selection in set.Selections.Where(plan.Holds))
        {
            if (selection is not FieldSyntax field)
            {
                if (plan.SetOf(selection) is { } inner && plan.Applies(type, inner.Condition))
                    Collect(type, inner.Set, groups, byKey);
                continue;
            }

            if (!byKey.TryGetValue(field.ResponseKey, out var fields))
                groups.Add(byKey[field.ResponseKey] = fields = []);
            fields.Add(field);
        }
    }
}
