using System.Collections.Immutable;
using System.Reflection;

namespace Lathe.Generator.Tests.Pipeline;

/// <summary>Finds the types of all that some objects keep alive, through every field.</summary>
internal static class HeldObjects
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IReadOnlySet<Type> TypesIn(IEnumerable<object?> roots)
    {
        var types = new HashSet<Type>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Stack<object>(roots.OfType<object>());
        while (pending.TryPop(out var held))
        {
            if (held is string or MemberInfo or Pointer || !seen.Add(held))
                continue;
            types.Add(held.GetType());
            foreach (var inner in Inside(held).OfType<object>().Where(inner => !inner.GetType().IsPrimitive))
                pending.Push(inner);
        }

        return types;
    }

    private static IEnumerable<object?> Inside(object held)
    {
        if (held is Array array)
            return array.GetType().GetElementType()!.IsPrimitive ? [] : array.Cast<object?>();
        var fields = ImmutableArray.CreateBuilder<FieldInfo>();
        for (var type = held.GetType(); type is not null; type = type.BaseType)
            fields.AddRange(type.GetFields(Fields).Where(field => !field.FieldType.IsPointer && !field.FieldType.IsByRefLike));
        return fields.Select(field => field.GetValue(held));
    }
}
