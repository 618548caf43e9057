using Microsoft.CodeAnalysis;

namespace Lathe.Generator.Unused;

/// <summary>Generic types and methods of libraries that hand values on and look at none: all others may look inside.</summary>
internal static class KnownGenerics
{
    // The first argument is a key, or is compared: all members of a record are read.
    private static readonly HashSet<string> s_comparing = new(StringComparer.Ordinal)
    {
        "Dictionary", "IDictionary", "IReadOnlyDictionary", "ConcurrentDictionary", "SortedDictionary", "ImmutableDictionary", "FrozenDictionary",
        "HashSet", "ISet", "IReadOnlySet", "SortedSet", "ImmutableHashSet", "FrozenSet", "SortedList", "PriorityQueue", "ILookup", "IGrouping",
        "EqualityComparer", "Comparer", "IEqualityComparer", "IComparer", "IEquatable", "IComparable",
    };

    private static readonly HashSet<string> s_comparingMethods = new(StringComparer.Ordinal)
    {
        "Distinct", "Union", "Except", "Intersect", "Contains", "SequenceEqual", "ToHashSet", "IndexOf", "LastIndexOf", "Remove", "Equals",
        "GetHashCode", "ToString", "CompareTo", "CountBy", "AggregateBy", "Order", "OrderDescending", "Sort", "BinarySearch", "Max", "Min", "Replace",
    };

    private static readonly string[] s_types =
    [
        "System.Collections", "System.Threading.Tasks", "System.Threading.Channels", "System.Runtime.CompilerServices", "System.Linq",
        "Microsoft.AspNetCore.Components",
    ];

    private static readonly HashSet<string> s_ofSystem = new(StringComparer.Ordinal)
    {
        "Func", "Action", "Predicate", "Comparison", "Converter", "Nullable", "ValueTuple", "Tuple", "Lazy", "Span", "ReadOnlySpan", "Memory",
        "ReadOnlyMemory", "ArraySegment", "Progress", "IProgress", "EventHandler", "WeakReference",
    };

    private static readonly HashSet<string> s_methodOwners = new(StringComparer.Ordinal)
    {
        "System.Linq.Enumerable", "System.Linq.AsyncEnumerable", "System.Linq.ImmutableArrayExtensions", "System.Array",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.TaskAsyncEnumerableExtensions",
        "System.Threading.Interlocked", "System.Threading.Volatile", "System.Threading.LazyInitializer",
        "System.Collections.Immutable.ImmutableArray", "System.Collections.Immutable.ImmutableList",
        "System.Collections.Generic.CollectionExtensions", "System.Collections.Generic.KeyValuePair",
        "System.Threading.Channels.Channel",
        "System.Runtime.CompilerServices.AsyncTaskMethodBuilder", "System.Runtime.CompilerServices.RuntimeHelpers",
        "Microsoft.AspNetCore.Components.EventCallbackFactory",
        "Microsoft.AspNetCore.Components.CompilerServices.RuntimeHelpers",
    };

    /// <summary>Tells whether an argument of a library's generic type stays as unseen as it was.</summary>
    public static bool Keeps(INamedTypeSymbol type, int argument)
    {
        if (IsOfLathe(type))
            return true;
        var (name, space) = (type.Name, type.ContainingNamespace?.ToDisplayString() ?? string.Empty);
        if (type.ContainingType is { } outer)
            return outer.IsGenericType ? Keeps(outer, argument) : IsKnown(space);
        if (argument == 0 && s_comparing.Contains(name))
            return false;
        return name is not ("IQueryable" or "IOrderedQueryable") && (IsKnown(space) || (space == "System" && s_ofSystem.Contains(name)));
    }

    /// <summary>Tells whether a type argument of a library's method stays as unseen as it was.</summary>
    public static bool Keeps(IMethodSymbol method, int argument)
    {
        if (IsOfLathe(method.ContainingType))
            return true;
        if (s_comparingMethods.Contains(method.Name) || method.OriginalDefinition.TypeParameters[argument].Name == "TKey")
            return false;
        return s_methodOwners.Contains(method.ContainingType.OriginalDefinition.ToDisplayString())
            || (method.ContainingType.IsGenericType && Keeps(method.ContainingType, 0));
    }

    /// <summary>Tells whether a method compares or shows the values that it is called with.</summary>
    public static bool Compares(IMethodSymbol method) => s_comparingMethods.Contains(method.Name);

    /// <summary>Tells whether a type is of Lathe itself, which reads no field of a result.</summary>
    public static bool IsOfLathe(INamedTypeSymbol type) => type.ContainingAssembly?.Name is "Lathe" or "Lathe.Resilience";

    private static bool IsKnown(string space) =>
        Array.Exists(s_types, known => space == known || (space.StartsWith(known, StringComparison.Ordinal) && space[known.Length] == '.'));
}
