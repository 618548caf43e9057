using Lathe.Authentication;
using Lathe.Requests;

namespace Lathe.Tests.Authentication;

public sealed class BearerTokenTextTests
{
    [Theory]
    [InlineData("abc", "abc", null)]
    [InlineData("  abc\r\n", "abc", null)]
    [InlineData("Bearer abc", "abc", "a leading 'Bearer '")]
    [InlineData("bearer   abc", "abc", "a leading 'Bearer '")]
    [InlineData("\"abc\"", "abc", "surrounding quotes")]
    [InlineData("'Bearer abc'", "abc", "a leading 'Bearer '")]
    [InlineData("Authorization: Bearer abc", "abc", "a leading 'Bearer '")]
    public void TakesOffWhatPeoplePaste(string text, string key, string? what)
    {
        Assert.Equal(key, BearerTokenText.Mend(text, "The key", out var mended));
        Assert.Equal(what, mended);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("\"\"")]
    public void RefusesAKeyThatIsEmpty(string? text)
    {
        var exception = Assert.Throws<BearerTokenException>(() => BearerTokenText.Mend(text, "The key in X", out _));
        Assert.Equal("The key in X is empty. Set it to the API key, without quotes or 'Bearer'.", exception.Message);
    }

    [Theory]
    [InlineData("<key>")]
    [InlineData("Bearer <key>")]
    [InlineData("${API_KEY}")]
    [InlineData("$(ApiKey)")]
    [InlineData("\"{{api_key}}\"")]
    public void RefusesAPlaceholder(string text)
    {
        var exception = Assert.Throws<BearerTokenException>(() => BearerTokenText.Mend(text, "The key in X", out _));
        Assert.Equal("The key in X is a placeholder in brackets. Put the API key itself in its place.", exception.Message);
    }

    [Theory]
    [InlineData("hunter2\r\nX-Evil: 1", "a line break")]
    [InlineData("hunter2 two", "white space")]
    [InlineData("hunter2\u0000", "a control character")]
    [InlineData("hunter2\u00e9", "a character outside ASCII")]
    [InlineData("hunter2\u200b", "a character outside ASCII")]
    public void RefusesWhatAHeaderCannotHoldWithoutShowingIt(string text, string what)
    {
        var exception = Assert.Throws<BearerTokenException>(() => BearerToken.Create(text));
        Assert.Contains(what + " at position 8", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARequestOnItsWayDoesNotShowItsHeaders()
    {
        using var original = new HttpRequestMessage(HttpMethod.Get, "https://localhost/x?key=hunter2");
        using var authorized = new AuthorizedRequest(original, BearerToken.Create("hunter2"));
        using var graphQL = new GraphQLHttpRequest(HttpMethod.Post, original.RequestUri!);
        foreach (var request in new HttpRequestMessage[] { authorized, graphQL })
        {
            request.Headers.Add("Authorization", "Bearer hunter2");
            var view = new HiddenRequestView(request);
            Assert.Equal("https://localhost/x", view.Address);
            var shown = string.Join(' ', view.GetType().GetProperties().Select(property => property.GetValue(view))) + request;
            Assert.DoesNotContain("hunter2", shown, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ATokenSaysWhenItExpiresAndIsComparedByItsText()
    {
        var token = BearerToken.Create("hunter2", DateTimeOffset.UnixEpoch);
        Assert.Equal(DateTimeOffset.UnixEpoch, token.ExpiresAt);
        Assert.Null(BearerToken.Create("hunter2").ExpiresAt);
        Assert.Equal(token, BearerToken.Create(" hunter2"));
    }

    [Fact]
    public void ATokenShowsItselfNowhere()
    {
        var token = BearerToken.Create("hunter2");
        Assert.DoesNotContain("hunter2", token.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", System.Text.Json.JsonSerializer.Serialize(token), StringComparison.Ordinal);
        var proxy = (System.Diagnostics.DebuggerTypeProxyAttribute)Attribute.GetCustomAttribute(
            typeof(BearerToken), typeof(System.Diagnostics.DebuggerTypeProxyAttribute))!;
        var view = Activator.CreateInstance(Type.GetType(proxy.ProxyTypeName)!, token)!;
        foreach (var property in view.GetType().GetProperties())
            Assert.DoesNotContain("hunter2", property.GetValue(view)?.ToString() ?? "", StringComparison.Ordinal);
    }
}
