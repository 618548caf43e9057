using System.Buffers;
using System.Text;
using System.Text.Json;
using Lathe.Json;

namespace Lathe.Tests.Operations;

/// <summary>Every way in which C# may write the list of an input, and the JSON that is sent.</summary>
public sealed class InputListTests
{
    private static readonly int?[] s_row = [1, null];

    public static TheoryData<InputListOfLists<InputList<int?>?, int?[]>, string> ListsOfLists() => new()
    {
        { new int?[][] { [1, null], [3] }, "[[1,null],[3]]" },
        { new int?[]?[] { s_row, null }!, "[[1,null],null]" },
        { new List<int?[]> { s_row, s_row }, "[[1,null],[1,null]]" },
        { new InputList<int?>?[] { s_row, null }, "[[1,null],null]" },
        { new List<InputList<int?>?> { s_row, 3 }, "[[1,null],[3]]" },
        { (InputList<int?>)s_row, "[[1,null]]" },
        { [[1, null], 3, s_row, null, new List<int?> { 7 }], "[[1,null],[3],[1,null],null,[7]]" },
        { Array.Empty<int?[]>(), "[]" },
    };

    [Theory]
    [MemberData(nameof(ListsOfLists))]
    public void AListOfListsIsWhatItWasMadeOf(InputListOfLists<InputList<int?>?, int?[]> rows, string json) =>
        Assert.Equal(json, Written(rows, static (json, row) => json.WriteValue(row, static (json, item) => json.WriteValue(item))));

    [Fact]
    public void DeeperListsTakeArraysToo()
    {
        InputListOfLists<InputListOfLists<InputList<string>?, string[]>, string[][]> cube = new string[][][] { [["a"], ["b", "c"]], [] };

        Assert.Equal(
            """[[["a"],["b","c"]],[]]""",
            Written(
                cube,
                static (json, rows) =>
                    json.WriteValue(rows, static (json, row) => json.WriteValue(row, static (json, item) => json.WriteValue(item)))));
    }

    [Fact]
    public void NullIsNoListAndWhatIsCopiedIsNotShared()
    {
        int?[][]? none = null;
        InputListOfLists<InputList<int?>?, int?[]>? fromNone = none;
        Assert.Null(fromNone);

        int?[][] array = [[1], [2]];
        InputListOfLists<InputList<int?>?, int?[]> rows = array;
        InputList<int?>?[] lists = [s_row];
        InputListOfLists<InputList<int?>?, int?[]> fromLists = lists;
        array[0] = [9];
        array[1][0] = 9;
        lists[0] = null;

        Assert.Equal([1], rows[0]!);
        Assert.Equal([2], rows[1]!);
        Assert.NotNull(fromLists[0]);
    }

    [Fact]
    public void AMemberIsSetUnlessItsValueIsNull()
    {
        Filter With(string? name, int? limit) =>
            new Filter().SetUnlessNull(name, (filter, value) => filter.Name = value).SetUnlessNull(limit, (filter, value) => filter.Limit = value);

        Assert.Equal("{}", Written(With(null, null)));
        Assert.Equal("""{"name":"A"}""", Written(With("A", null)));
        Assert.Equal("""{"limit":3}""", Written(With(null, 3)));
        Assert.Equal("""{"name":null}""", Written(new Filter { Name = null }.SetUnlessNull((int?)null, (filter, value) => filter.Limit = value)));
    }

    private static string Written<T>(InputList<T> list, Action<InputWriter, T> item) => Written(json => json.WriteValue(list, item));

    private static string Written(Filter filter) => Written(json => json.WriteValue(filter));

    private static string Written(Action<InputWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(new InputWriter(writer));
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // As the generator writes an input.
    private sealed class Filter : IGraphQLInput
    {
        private SetMembers _set;
        private string? _name;
        private int? _limit;

        public string? Name { get => _name; set => _name = _set.Add(0, value); }

        public int? Limit { get => _limit; set => _limit = _set.Add(1, value); }

        void IGraphQLInput.WriteMembers(InputWriter json)
        {
            if (_set[0]) json.WriteString("name"u8, _name);
            if (_set[1]) json.WriteInt32("limit"u8, _limit);
        }
    }
}
