using System.Text.RegularExpressions;

namespace Lathe.Generator.Tests.Emission;

/// <summary>Short readers below each other are calls; all others are left to the just-in-time compiler.</summary>
public class ReaderChainTests
{
    private const string Schema = "type Query { link: Link } type Link { name: String! size: Int next: Link all: [Link!] }";

    [Theory]
    [InlineData("name next { name next { name next { name } } }", 2)]
    [InlineData("name next { next { next { name } } }", 1)]
    [InlineData("name next { name next { name size } }", 1)]
    [InlineData("name next { name size }", 0)]
    [InlineData("name next { name size next { name } }", 0)]
    [InlineData("name size next { name next { name } }", 0)]
    [InlineData("name all { name all { name all { name } } }", 0)]
    public void AShortReaderIsCalledWhereAnotherOneCallsOne(string fields, int count)
    {
        var client = TestClient.Generate(Schema, $"query Q {{ link {{ {fields} }} }}");
        client.AssertCompiles();
        Assert.Equal(count, Regex.Count(client["QQuery"], @"MethodImplOptions\.NoInlining\)\]\n\t\tinternal \w+\(ref "));
    }
}
