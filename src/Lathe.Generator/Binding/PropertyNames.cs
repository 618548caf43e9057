namespace Lathe.Generator.Binding;

/// <summary>Names the properties of a record, or of an abstract record and its cases together.</summary>
internal static class PropertyNames
{
    /// <summary>Gives each response key one name, in the order in which the keys first appear.</summary>
    /// <param name="cases">The fields of each case.</param>
    /// <param name="recordName">The record's name where it is fixed, else empty: C# forbids a member of that name.</param>
    public static void Assign(IEnumerable<List<ShapeField>> cases, string recordName)
    {
        var scope = CSharpNames.RecordScope();
        if (recordName.Length > 0)
        {
            scope.Reserve(recordName);
            scope.Reserve("I" + recordName);
        }

        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in cases.SelectMany(static fields => fields))
        {
            if (field.IsHidden)
                continue;
            if (!names.TryGetValue(field.Key, out var name))
                names.Add(field.Key, name = CSharpNames.TakeMember(scope, field.Key));
            field.PropertyName = name;
        }
    }
}
