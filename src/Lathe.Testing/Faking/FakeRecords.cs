using System.Collections;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Lathe.Testing.Faking;

/// <summary>Finds and replaces records in an answer that nobody else holds, innermost first.</summary>
[RequiresUnreferencedCode(Fakes.ByReflection)]
[RequiresDynamicCode(Fakes.ByReflection)]
internal static class FakeRecords
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_properties = new();
    private static readonly ConcurrentDictionary<Type, ConstructorInfo> s_lists = new();

    /// <summary>Replaces every record.</summary>
    /// <param name="value">A record, a list, or another value, which stays.</param>
    /// <param name="replace">Gives the record to take in its place.</param>
    /// <returns>The value to take in its place.</returns>
    public static object? Replace(object? value, Func<object, object> replace)
    {
        switch (value)
        {
            case ResultRecord or ResultObject:
                foreach (var property in PropertiesOf(value.GetType()))
                {
                    var old = property.GetValue(value);
                    var now = Replace(old, replace);
                    if (!ReferenceEquals(old, now))
                        property.SetValue(value, now);
                }

                return replace(value);
            case IEnumerable items when IsList(value.GetType()):
                return ReplaceItems(value, [.. items.Cast<object?>()], replace);
            case not null when IsResult(value.GetType()):
                return ReplaceValue(value, replace);
            default:
                return value;
        }
    }

    /// <summary>Finds the first record of a type, outer ones first; null when there is none.</summary>
    public static T? Find<T>(object? value)
        where T : class => value switch
    {
        T found => found,
        ResultRecord or ResultObject => FirstOf<T>(PropertiesOf(value.GetType()).Select(property => property.GetValue(value))),
        IEnumerable items when IsList(value.GetType()) => FirstOf<T>(items.Cast<object?>()),
        not null when IsResult(value.GetType()) => Find<T>(ValueOf(value.GetType()).GetValue(value)),
        _ => null,
    };

    private static T? FirstOf<T>(IEnumerable<object?> values)
        where T : class => values.Select(Find<T>).FirstOrDefault(static one => one is not null);

    private static object ReplaceValue(object result, Func<object, object> replace)
    {
        var property = ValueOf(result.GetType());
        var old = property.GetValue(result);
        var now = Replace(old, replace);
        return ReferenceEquals(old, now) ? result : Activator.CreateInstance(result.GetType(), now)!;
    }

    private static object ReplaceItems(object list, object?[] items, Func<object, object> replace)
    {
        var hasChanged = false;
        for (var i = 0; i < items.Length; i++)
        {
            var now = Replace(items[i], replace);
            hasChanged |= !ReferenceEquals(now, items[i]);
            items[i] = now;
        }

        if (!hasChanged)
            return list;
        var array = Array.CreateInstance(list.GetType().GetGenericArguments()[0], items.Length);
        items.CopyTo(array, 0);
        return ConstructorOf(list.GetType()).Invoke([array]);
    }

    private static ConstructorInfo ConstructorOf(Type list) => s_lists.GetOrAdd(
        list,
        static type => type.GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [type.GetGenericArguments()[0].MakeArrayType()])!);

    private static PropertyInfo[] PropertiesOf(Type type) => s_properties.GetOrAdd(
        type,
        static type => [.. type.GetProperties().Where(static one => one.CanWrite && MayHold(one.PropertyType))]);

    private static bool MayHold(Type type) =>
        typeof(ResultRecord).IsAssignableFrom(type)
        || typeof(ResultObject).IsAssignableFrom(type)
        || (Nullable.GetUnderlyingType(type) is { } result
            ? MayHold(result)
            : (IsList(type) || IsResult(type)) && MayHold(type.GetGenericArguments()[0]));

    private static PropertyInfo ValueOf(Type result) => result.GetProperty(nameof(FieldResult<object>.ValueOrDefault))!;

    private static bool IsResult(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(FieldResult<>);

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ResultList<>);
}
