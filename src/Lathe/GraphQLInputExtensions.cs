using Lathe.Json;

namespace Lathe;

/// <summary>Sets members of generated inputs and variables.</summary>
public static class GraphQLInputExtensions
{
    /// <summary>Sets a member, unless the value is null. With null the member stays as it is; a member that was never set is not sent.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="set">Sets the member, such as <c>(filter, name) => filter.Name = name</c>.</param>
    /// <returns>The same input.</returns>
    public static TInput SetUnlessNull<TInput, TValue>(this TInput input, TValue? value, Action<TInput, TValue> set)
        where TInput : class, IGraphQLInput
        where TValue : class
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(set);
        if (value is not null)
            set(input, value);
        return input;
    }

    /// <summary>Sets a member, unless the value is null. With null the member stays as it is; a member that was never set is not sent.</summary>
    /// <typeparam name="TInput">The type of the input.</typeparam>
    /// <typeparam name="TValue">The type of the value.</typeparam>
    /// <param name="input">The input.</param>
    /// <param name="value">The value, or null.</param>
    /// <param name="set">Sets the member, such as <c>(filter, kind) => filter.Kind = kind</c>.</param>
    /// <returns>The same input.</returns>
    public static TInput SetUnlessNull<TInput, TValue>(this TInput input, TValue? value, Action<TInput, TValue> set)
        where TInput : class, IGraphQLInput
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(set);
        if (value is { } given)
            set(input, given);
        return input;
    }
}
