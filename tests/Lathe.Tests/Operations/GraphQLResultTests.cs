namespace Lathe.Tests.Operations;

public sealed class GraphQLResultTests
{
    [Fact]
    public void A_result_says_whether_it_has_errors()
    {
        Assert.False(new GraphQLResult<string>("x").HasErrors);
        Assert.False(new GraphQLResult<string>(null, []).HasErrors);
        Assert.True(new GraphQLResult<string>("x", [new GraphQLError("no")]).HasErrors);
    }

    [Fact]
    public void Data_is_required_without_errors()
    {
        Assert.Equal("x", new GraphQLResult<string>("x").RequireData());
        Assert.Throws<GraphQLException>(new GraphQLResult<string>(null).RequireData);
        Assert.Throws<GraphQLException>(new GraphQLResult<string>("x", [new GraphQLError("no")]).RequireData);
    }
}
