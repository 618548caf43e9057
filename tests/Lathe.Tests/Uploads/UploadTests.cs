using System.Text.Json;
using Lathe.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lathe.Tests.Uploads;

public sealed class UploadTests
{
    private int _calls;

    [Fact]
    public async Task ARequestHasOperationsMapAndFilesInThisOrder()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(
            server.Endpoint, options: o => (o.UseGetForQueries, o.PersistedOperations) = (true, PersistedOperationMode.Automatic));
        await client.MachinesAsync(variables: With(GraphQLFile.FromBytes("hello"u8.ToArray(), "a\"b\r\nü.txt", "text/plain")));
        var request = Assert.Single(server.Received);
        Assert.Equal("POST", request.Method);
        Assert.StartsWith("multipart/form-data; boundary=", request.Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal(("1", "1"), (request.Headers["GraphQL-Preflight"].ToString(), request.Headers["Apollo-Require-Preflight"].ToString()));
        Assert.NotNull(request.Headers.ContentLength);
        Assert.DoesNotContain("persistedQuery", request.Body, StringComparison.Ordinal);
        var parts = request.Body.Split("\r\n--").Select(part => part[(part.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]).ToList();
        Assert.Contains("Content-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":", parts[0], StringComparison.Ordinal);
        Assert.EndsWith("\"variables\":{\"file\":null}}", parts[0], StringComparison.Ordinal);
        Assert.EndsWith("form-data; name=\"map\"\r\n\r\n{\"0\":[\"variables.file\"]}", parts[1], StringComparison.Ordinal);
        Assert.Equal("Content-Type: text/plain\r\nContent-Disposition: form-data; name=\"0\"; filename=\"a%22b%0D%0Aü.txt\"\r\n\r\nhello", parts[2]);
    }

    [Fact]
    public async Task ProgressIsToldUpToTheWholeLength()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var told = new List<long>();
        var file = GraphQLFile.FromBytes(new byte[1_000_000], "a");
        file.Progress = new Progress(told.Add);
        await client.MachinesAsync(variables: With(file));
        Assert.Equal(0, told[0]);
        Assert.Equal(1_000_000, told[^1]);
        Assert.Equal(told.Order(), told);
        Assert.True(told.Count > 3);
    }

    [Theory]
    [InlineData("bytes")]
    [InlineData("path")]
    [InlineData("seekable")]
    [InlineData("opened")]
    public async Task AFileIsSentAgainWithARenewedKey(string source)
    {
        await using var server = await StartAsync(rejections: 1);
        await using var client = Create(server);
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "f.txt");
        await File.WriteAllTextAsync(path, "0hello", TestContext.Current.CancellationToken);
        using var stream = new MemoryStream("0hello"u8.ToArray()) { Position = 1 };
        var file = source switch
        {
            "bytes" => GraphQLFile.FromBytes("hello"u8.ToArray(), "f"),
            "path" => GraphQLFile.FromPath(path),
            "seekable" => GraphQLFile.FromStream(stream, "f"),
            _ => GraphQLFile.FromStream(_ => new(new MemoryStream("hello"u8.ToArray())), "f"),
        };
        Assert.True(file.CanBeReadAgain);
        await client.MachinesAsync(variables: With(file));
        Assert.Equal(2, server.Received.Count);
        Assert.All(server.Received, request => Assert.Contains("hello\r\n", request.Body, StringComparison.Ordinal));
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task AStreamThatCanNotBeReadAgainIsAnErrorThatSaysSo()
    {
        await using var server = await StartAsync(rejections: 1);
        await using var client = Create(server);
        var file = GraphQLFile.FromStream(new OnceStream("hello"u8.ToArray()), "f.txt");
        Assert.False(file.CanBeReadAgain);
        Assert.Null(file.Length);
        var exception = await FailAsync(client, file);
        Assert.Contains("'f.txt' can't be read again: its stream can't seek. Use GraphQLFile.FromPath", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNotThereOrBreaksIsAnErrorThatNamesIt()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var missing = await FailAsync(client, GraphQLFile.FromPath("no/such/file.txt"));
        Assert.StartsWith("The file 'file.txt' can't be opened:", missing.Message, StringComparison.Ordinal);
        var broken = await FailAsync(client, GraphQLFile.FromStream(_ => new(new BreakingStream()), "b"));
        Assert.StartsWith("The file 'b' can't be read:", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatGrowsWhileItIsSentIsAnError()
    {
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var stream = new MemoryStream();
        stream.Write(new byte[10]);
        stream.Position = 0;
        var file = GraphQLFile.FromStream(stream, "f");
        stream.SetLength(20);
        var exception = await Assert.ThrowsAsync<GraphQLUploadException>(() => client.MachinesAsync(variables: With(file)));
        Assert.Contains("had 10 bytes when the request began", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneStreamInTwoRequestsAtOnceIsRefused()
    {
        var gate = new TaskCompletionSource();
        await using var server = await LoopbackServer.StartAsync(MachinesOperation.TwoMachines);
        await using var client = TestClient.Create(server.Endpoint);
        var stream = new WaitingStream(gate.Task);
        var file = GraphQLFile.FromStream(stream, "f");
        var first = client.MachinesAsync(variables: With(file));
        await stream.Reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Contains("two requests at once", (await FailAsync(client, file)).Message, StringComparison.Ordinal);
        gate.SetResult();
        await first;
    }

    [Fact]
    public void NamesAndTypesAreChecked()
    {
        Assert.Throws<ArgumentException>(() => GraphQLFile.FromBytes(default, ""));
        Assert.Throws<ArgumentException>(() => GraphQLFile.FromBytes(default, "x", "no type\r\nX: y"));
        Assert.Throws<ArgumentException>(() => GraphQLFile.FromStream(new WriteOnlyStream(), "x"));
    }

    internal static FileMapTests.Variables With(GraphQLFile file) => new(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("file");
        Write(writer, file);
        writer.WriteEndObject();
    });

    private static Task<GraphQLUploadException> FailAsync(TestClient client, GraphQLFile file) =>
        Assert.ThrowsAsync<GraphQLUploadException>(() => client.MachinesAsync(variables: With(file)));

    private static void Write<T>(Utf8JsonWriter writer, T value)
        where T : IScalarConverter<T> => T.Write(writer, value);

    private static TestClient Create(LoopbackServer server)
    {
        var keys = 0;
        return TestClient.Create(server.Endpoint, b => b.AddBearerToken(o => o.Provider = (_, _) => new(BearerToken.Create("key" + keys++))));
    }

    private Task<LoopbackServer> StartAsync(int rejections) => LoopbackServer.StartAsync(context => Interlocked.Increment(ref _calls) <= rejections
        ? Reply.Json(context, "{}", status: StatusCodes.Status401Unauthorized)
        : Reply.Json(context, MachinesOperation.TwoMachines));

    private sealed class Progress(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }

    private sealed class OnceStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    private sealed class WriteOnlyStream : MemoryStream
    {
        public override bool CanRead => false;
    }

    private sealed class BreakingStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The disk is gone.");
    }

    private sealed class WaitingStream(Task gate) : MemoryStream(new byte[10])
    {
        private readonly TaskCompletionSource _reading = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reading => _reading.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _reading.TrySetResult();
            await gate;
            return await base.ReadAsync(buffer, cancellationToken);
        }
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("lathe").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
