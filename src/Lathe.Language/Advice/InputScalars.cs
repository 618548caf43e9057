using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Advice;

/// <summary>Finds the scalars that an input object leads to.</summary>
internal static class InputScalars
{
    // Most operations of a client take the same few inputs, and each input may lead to hundreds of others.
    private static readonly ConditionalWeakTable<Schema, ConcurrentDictionary<string, IReadOnlyList<(string, string)>>> s_known = new();

    /// <summary>Gets each scalar once, with the coordinate of an input field near the type that has it, such as <c>Filter.price</c>.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="typeName">The type of a variable; one that is no input object leads to none.</param>
    public static IReadOnlyList<(string Scalar, string Coordinate)> Of(Schema schema, string typeName) =>
        s_known.GetOrCreateValue(schema).GetOrAdd(typeName, name => Find(schema, name));

    private static List<(string, string)> Find(Schema schema, string typeName)
    {
        var found = new List<(string, string)>();
        var reached = new HashSet<string>(StringComparer.Ordinal) { typeName };
        var waiting = new Queue<NamedType?>([schema.FindType(typeName)]);
        while (waiting.Count > 0)
        {
            if (waiting.Dequeue() is not InputObjectType input)
                continue;
            foreach (var field in input.Fields.Where(field => reached.Add(field.Type.NamedType)))
            {
                var type = schema.FindType(field.Type.NamedType);
                if (type is ScalarType)
                    found.Add((type.Name, $"{input.Name}.{field.Name}"));
                waiting.Enqueue(type);
            }
        }

        return found;
    }
}
