using Lathe.Json;

namespace Lathe.Tests;

/// <summary>The errors that a record keeps beside the plain values of its fields.</summary>
public sealed class FieldErrorsTests
{
    private static readonly GraphQLError s_gone = new("gone");
    private static readonly GraphQLError s_lost = new("lost");

    [Fact]
    public void AFieldIsItsErrorOrItsValue()
    {
        var errors = default(FieldErrors);
        Assert.Equal(7, errors.Split<int>(7, "A"));
        Assert.Equal(0, errors.Split(Failed<int>(s_gone), "B"));
        Assert.Null(errors.Split(Failed<string?>(s_lost), "C"));
        Assert.Equal(7, errors.Join(7, "A").Value);
        Assert.Same(s_gone, errors.Join(0, "B").Error);
        Assert.Same(s_lost, errors.Join<string?>(null, "C").Error);
    }

    [Fact]
    public void TheDefaultStandsBesideAnError()
    {
        var errors = default(FieldErrors);
        Assert.Equal(0, errors.Split(new FieldResult<int> { ValueOrDefault = 5, Error = s_gone }, "A"));
        Assert.Equal(0, errors.Join(5, "A").ValueOrDefault);
    }

    [Theory]
    [InlineData("A")]
    [InlineData("B")]
    [InlineData("C")]
    public void AValueTakesAnErrorsPlaceAndACopyKeepsTheError(string name)
    {
        var errors = default(FieldErrors);
        foreach (var one in new[] { "A", "B", "C" })
            errors.Split(Failed<int>(new(one)), one);
        var copy = errors;
        Assert.Equal(1, copy.Split<int>(1, name));
        foreach (var one in new[] { "A", "B", "C" })
        {
            Assert.Equal(one, errors.Join(0, one).Error!.Message);
            Assert.Equal(one == name ? null : one, copy.Join(0, one).Error?.Message);
        }

        Assert.Equal(0, copy.Split(Failed<int>(s_lost), name));
        Assert.Same(s_lost, copy.Join(0, name).Error);
        Assert.NotEqual(errors, copy);
    }

    [Fact]
    public void TheyAreEqualInAnyOrder()
    {
        var (one, other, none) = (default(FieldErrors), default(FieldErrors), default(FieldErrors));
        one.Split(Failed<int>(s_gone), "A");
        Assert.NotEqual(one, none);
        Assert.NotEqual(none, one);
        one.Split(Failed<int>(s_lost), "B");
        other.Split(Failed<int>(new("lost")), "B");
        Assert.NotEqual(one, other);
        Assert.NotEqual(other, one);
        other.Split(Failed<int>(s_lost), "A");
        Assert.True(one != other);
        other.Split(Failed<int>(new("gone")), "A");
        Assert.True(one == other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one.GetHashCode(), none.GetHashCode());
        Assert.False(one.Equals((object?)null));
    }

    private static FieldResult<T> Failed<T>(GraphQLError error) => new() { Error = error };
}
