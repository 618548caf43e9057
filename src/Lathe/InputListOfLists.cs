using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Lathe;

/// <summary>A list of lists of an input: <c>Rows = [[1, 2], [3]]</c>, <c>Rows = arrayOfArrays</c> and <c>Rows = listOfArrays</c> all work.</summary>
/// <typeparam name="TList">The type of an inner list, such as <c>InputList&lt;int&gt;</c>.</typeparam>
/// <typeparam name="TArray">The array that makes an inner list, such as <c>int[]</c>.</typeparam>
[CollectionBuilder(typeof(InputListOfLists), nameof(InputListOfLists.Create))]
public sealed class InputListOfLists<TList, TArray> : InputList<TList>, IInputListFrom<TArray[]>
    where TList : IInputListFrom<TArray>?
{
    internal InputListOfLists(TList[] items)
        : base(items)
    {
    }

    /// <summary>Makes a list of one list.</summary>
    /// <param name="item">The inner list.</param>
    public static implicit operator InputListOfLists<TList, TArray>(TList item) => new([item]);

    /// <summary>Copies an array of lists; null stays null.</summary>
    /// <param name="items">The inner lists, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputListOfLists<TList, TArray>?(TList[]? items) => items is null ? null : new([.. items]);

    /// <summary>Copies a list of lists; null stays null.</summary>
    /// <param name="items">The inner lists, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputListOfLists<TList, TArray>?(List<TList>? items) => items is null ? null : new([.. items]);

    /// <summary>Copies an array of arrays; null stays null.</summary>
    /// <param name="items">The arrays, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputListOfLists<TList, TArray>?(TArray[]? items) => items is null ? null : new(Array.ConvertAll(items, Inner));

    /// <summary>Copies a list of arrays; null stays null.</summary>
    /// <param name="items">The arrays, or null.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(items))]
    public static implicit operator InputListOfLists<TList, TArray>?(List<TArray>? items) =>
        items is null ? null : new([.. items.ConvertAll(Inner)]);

    static object IInputListFrom<TArray[]>.From(TArray[] items) => new InputListOfLists<TList, TArray>(Array.ConvertAll(items, Inner));

    // A null among the arrays is an inner list that is null.
    private static TList Inner(TArray array) => array is null ? default! : (TList)TList.From(array);
}

/// <summary>Makes lists of lists of inputs; collection expressions call it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InputListOfLists
{
    /// <summary>Copies lists into a list.</summary>
    /// <typeparam name="TList">The type of an inner list.</typeparam>
    /// <typeparam name="TArray">The array that makes an inner list.</typeparam>
    /// <param name="items">The inner lists.</param>
    /// <returns>The list of them.</returns>
    public static InputListOfLists<TList, TArray> Create<TList, TArray>(ReadOnlySpan<TList> items)
        where TList : IInputListFrom<TArray>? => new(items.ToArray());
}
