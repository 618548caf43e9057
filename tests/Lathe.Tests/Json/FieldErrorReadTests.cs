using System.Text;
using Lathe.Json;

namespace Lathe.Tests.Json;

/// <summary>What a null is, once the errors of the answer are known: its own error, one of no place, or a value.</summary>
public sealed class FieldErrorReadTests
{
    private static readonly JsonNames s_names = new("a? b?"u8);

    [Fact]
    public void ANullTakesTheErrorOfItsPlace()
    {
        var error = Error("gone", 1, "a");
        Assert.Same(error, Again("""[{"a":1},{"a":null}]""", [error], static (ref JsonCursor json) => json.NullResult<int?>()).Error);
        Assert.Same(error, Again("""[{"a":1},{"a":null}]""", [error], static (ref JsonCursor json) => json.ErrorResult<int>()).Error);
        Assert.Null(Again("""[{"b":{"a":0}},{"b":1,"a":0},{"a":null}]""", [error], static (ref JsonCursor json) => json.NullResult<int?>()).Error);
    }

    [Fact]
    public void AnErrorWithoutAPlaceExplainsEveryNull()
    {
        foreach (var unplaced in new[] { new GraphQLError("all"), Error("elsewhere", 7), Error("deeper", 0, "a", "b") })
        {
            var result = Again("""[{"a":1,"b":null}]""", [Error("one", 0, "a"), unplaced], static (ref JsonCursor json) => json.ErrorResult<int>());
            Assert.Same(unplaced, result.Error);
        }

        var below = Error("below", 0, "b", "x");
        Assert.Same(below, Again("""[{"a":1,"b":null}]""", [below], static (ref JsonCursor json) => json.ErrorResult<int>()).Error);
        Assert.Same(
            below,
            Again("""[{"a":1,"b":null}]""", [below, Error("own", 0, "b")], static (ref JsonCursor json) => json.ErrorResult<int>()).Error);
    }

    [Fact]
    public void ANullThatNoErrorExplainsIsAValueOrAFailure()
    {
        var other = Error("other", 0);
        Assert.Null(Again("""[{"b":null}]""", [other], static (ref JsonCursor json) => json.NullResult<int?>()).Error);
        Assert.Null(Again("""[{"b":null}]""", [other], static (ref JsonCursor json) => json.ThrowOrNull<string>()));
        foreach (var read in new JsonRead<object?>[]
        {
            static (ref JsonCursor json) => json.ErrorResult<int>(),
            static (ref JsonCursor json) => json.ErrorNull<string>(),
            static (ref JsonCursor json) => json.Throw<int>(),
        })
        {
            var failure = Assert.Throws<GraphQLReadException>(() => Again("""[{"b":null}]""", [other], read));
            Assert.Equal(
                "'data[0].b' holds null where only an error may leave it, and no error explains it (byte 14). Either the server is at fault, "
                    + "or null is a value there: then take @semanticNonNull off the field.",
                failure.Message);
            Assert.True(failure.IsUnexplainedNull);
            Assert.Equal("a value, or an error of that path", failure.Expected);
        }
    }

    [Fact]
    public void ErrorsOfFieldsStandBesideTheirRecord()
    {
        var error = Error("gone", 0, "b");
        var names = Again("""[{"b":null}]""", [error], static (ref JsonCursor json) =>
        {
            var errors = default(FieldErrors);
            Assert.Null(json.NullOrError<string>(ref errors, "B"));
            Assert.Equal(0, json.NullByError<int>(ref errors, "C"));
            return new[] { errors.Join(0, "B").Error, errors.Join(0, "C").Error, errors.Join(0, "D").Error };
        });
        Assert.Equal([error, error, null], names);
        Assert.Null(Again("""[{"b":null}]""", [Error("other", 0)], static (ref JsonCursor json) =>
        {
            var errors = default(FieldErrors);
            json.NullOrError<string>(ref errors, "B");
            return errors.Join(0, "B").Error;
        }));
    }

    [Fact]
    public void WhatIsThrownIsCaughtByTheNearestPlaceAround()
    {
        var error = Error("gone", 0, "b");
        Again("""[{"b":null}]""", [error], (ref JsonCursor json) =>
        {
            var outer = json.Try();
            Assert.Null(outer);
            var inner = json.Try();
            Assert.Equal(0, json.Throw<int>());
            Assert.Same(error, json.Thrown);
            Assert.Same(error, json.Catch(inner, 5).Error);
            Assert.Null(json.Thrown);
            Assert.Equal(5, json.Catch(outer, 5).Value);

            json.Throw<int>();
            var around = json.Try();
            Assert.Same(error, around);
            Assert.Null(json.Thrown);
            Assert.Equal("v", json.CatchNull(around, "v"));
            Assert.Same(error, json.Thrown);
            Assert.Null(json.CatchNull(null, "v"));
            Assert.Null(json.Thrown);

            var errors = default(FieldErrors);
            Assert.Equal(5, json.Catch(null, 5, ref errors, "A"));
            Assert.Equal(default, errors);
            json.ThrowOrNull<string>();
            Assert.Equal(0, json.Catch(null, 5, ref errors, "A"));
            Assert.Same(error, errors.Join(0, "A").Error);
            return 0;
        });
    }

    [Fact]
    public void WithoutErrorsANullIsNotedAndTheFirstUnexplainedOneRefused()
    {
        var cursor = new JsonCursor("[1,null,null]"u8);
        Assert.False(cursor.IsAskedForErrors);
        cursor.RefuseUnexplainedNulls();
        cursor.ReadList((ref JsonCursor json) =>
        {
            if (!json.TryReadNull())
                return json.ReadInt32();
            Assert.Null(json.ErrorResult<int>().Error);
            return 0;
        });
        Assert.True(cursor.IsAskedForErrors);
        try
        {
            cursor.RefuseUnexplainedNulls();
            Assert.Fail("A null without an error was taken.");
        }
        catch (GraphQLReadException failure)
        {
            Assert.Equal(("[1]", 3), (failure.Path, failure.ByteOffset));
        }

        var value = new JsonCursor(" null"u8);
        Assert.True(value.TryReadNull());
        Assert.Null(value.NullResult<int?>().Error);
        Assert.True(value.IsAskedForErrors);
        value.RefuseUnexplainedNulls();
    }

    [Fact]
    public void OddNamesOnTheWayToAnErrorAreNoPlaces()
    {
        var error = Error("gone", 0, "b");
        Assert.Same(
            error,
            Again(
                """[{"x":{"b":null},"y":[null],"\u0062":null}]""",
                [error],
                static (ref JsonCursor json) => json.ErrorResult<int>()).Error);
        var deep = $$"""{"data":{{new string('[', 70)}}{{new string(']', 70)}}}""";
        Assert.ThrowsAny<Exception>(() => ErrorPlaces.Find(
            Encoding.UTF8.GetBytes(deep), 8, [Error("x", [.. Enumerable.Repeat<object>(0, 80)])], 64));
    }

    [Fact]
    public void MembersThatAreSetAreCounted()
    {
        var members = default(SetMembers);
        Assert.False(members[0]);
        members.Add(0);
        Assert.Equal("v", members.Add(63, "v"));
        Assert.Equal(5, members.Add(63, 5));
        Assert.Equal((true, false, true, 2), (members[0], members[1], members[63], members.Count));
    }

    // Reads {"data":[{..}, ..]} once more with its errors, up to the last null of the last item, and gives what is read there.
    private static T Again<T>(string items, GraphQLError[] errors, JsonRead<T> read, int nulls = 1)
    {
        var json = Encoding.UTF8.GetBytes($$"""{"data":{{items}}}""");
        const int Start = 8;
        var cursor = new JsonCursor(json).Again(Start, ErrorPlaces.Find(json, Start, errors, 64));
        var (found, met) = (default(T), 0);
        cursor.ReadList((ref JsonCursor item) =>
        {
            for (var i = item.Start(s_names, out var seen); i >= 0; i = item.Next(s_names, i, ref seen))
            {
                if (item.TryReadNull())
                    (found, met) = (read(ref item), met + 1);
                else
                    item.SkipValue();
            }

            return 0;
        });
        Assert.InRange(met, 1, nulls);
        return found!;
    }

    private static GraphQLError Error(string message, params object[] path) => new(message)
    {
        Path = [.. path.Select(static step => step is int index ? new GraphQLPathSegment(index) : new GraphQLPathSegment((string)step))],
    };
}
