using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Lathe.Json;

/// <summary>
/// The errors of the fields of a record that catch, by the names of their properties. The record holds the values itself. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FieldErrors : IEquatable<FieldErrors>
{
    // Copies of a record share it: it never changes.
    private Node? _first;

    /// <summary>Gets whether two have equal errors for the same fields.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(FieldErrors left, FieldErrors right) => left.Equals(right);

    /// <summary>Gets whether two differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(FieldErrors left, FieldErrors right) => !left.Equals(right);

    /// <summary>Gives what a field is.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="value">Its value; the default where it has an error.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>The error that is kept of it, else the value.</returns>
    public readonly FieldResult<T> Join<T>(T value, [CallerMemberName] string name = "") =>
        _first is null || Find(name) is not { } error ? new(value) : new() { Error = error };

    /// <summary>Keeps the error of a field. When the field has none, the error that was kept of it is forgotten.</summary>
    /// <typeparam name="T">The type of its value.</typeparam>
    /// <param name="result">What the field is.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>The value to keep; the default where there is an error.</returns>
    public T Split<T>(FieldResult<T> result, [CallerMemberName] string name = "")
    {
        if (_first is not null)
            _first = Without(_first, name);
        if (result.Error is not { } error)
            return result.ValueOrDefault!;
        Add(name, error);
        return default!;
    }

    /// <inheritdoc/>
    public readonly bool Equals(FieldErrors other)
    {
        var count = 0;
        for (var node = _first; node is not null; node = node.Next, count++)
        {
            if (!node.Error.Equals(other.Find(node.Name)))
                return false;
        }

        return count == other.Count();
    }

    /// <inheritdoc/>
    public override readonly bool Equals([NotNullWhen(true)] object? obj) => obj is FieldErrors other && Equals(other);

    /// <inheritdoc/>
    // In no order: a response may have its fields in any.
    public override readonly int GetHashCode()
    {
        var hash = 0;
        for (var node = _first; node is not null; node = node.Next)
            hash += HashCode.Combine(node.Name, node.Error);
        return hash;
    }

    /// <summary>Adds the error of a field that has none yet.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="error">The error.</param>
    internal void Add(string name, GraphQLError error) => _first = new Node(name, error, _first);

    private static Node? Without(Node? node, string name) =>
        node is null ? null : node.Name == name ? node.Next : new Node(node.Name, node.Error, Without(node.Next, name));

    private readonly GraphQLError? Find(string name)
    {
        var node = _first;
        while (node is not null && node.Name != name)
            node = node.Next;
        return node?.Error;
    }

    private readonly int Count()
    {
        var count = 0;
        for (var node = _first; node is not null; node = node.Next)
            count++;
        return count;
    }

    private sealed class Node(string name, GraphQLError error, Node? next)
    {
        public string Name { get; } = name;

        public GraphQLError Error { get; } = error;

        public Node? Next { get; } = next;
    }
}
