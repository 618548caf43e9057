namespace Lathe.Tests.Operations;

public sealed class GraphQLResultTests
{
    [Fact]
    public void AResultSaysWhetherItHasErrors()
    {
        Assert.False(new GraphQLResult<string>("x").HasErrors);
        Assert.False(new GraphQLResult<string>(null, []).HasErrors);
        Assert.True(new GraphQLResult<string>("x", [new GraphQLError("no")]).HasErrors);
    }

    [Fact]
    public void DataIsRequiredWithoutErrors()
    {
        Assert.Equal("x", new GraphQLResult<string>("x").RequireData());
        Assert.Throws<GraphQLException>(new GraphQLResult<string>(null).RequireData);
        Assert.Throws<GraphQLException>(new GraphQLResult<string>("x", [new GraphQLError("no")]).RequireData);
    }
}
