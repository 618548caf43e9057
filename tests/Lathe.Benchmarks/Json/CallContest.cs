using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Lathe.Benchmarks.Generated;

namespace Lathe.Benchmarks.Json;

/// <summary>
/// Whole calls over loopback to a server in a process of its own: the generated client with the run time's transport
/// against <see cref="HttpClient"/> with the source-generated System.Text.Json, one at a time and 16 and 64 at once.
/// </summary>
internal static class CallContest
{
    private const string Query =
        "query Machines($limit:Int!){machines(limit:$limit){id name number cycles load running startedAt note place{hall row key}samples{value "
            + "unit}}}";

    public static async Task RunAsync(bool isShort)
    {
        using var server = CallServer.Start(out var address);
        try
        {
            Console.WriteLine(
                "\n| objects | at once | requests/s, HttpClient + System.Text.Json | requests/s, Lathe | ratio | bytes a call | bytes a call, Lathe "
                    + "|");
            Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            foreach (var count in new[] { 1, 100 })
            {
                foreach (var atOnce in new[] { 1, 16, 64 })
                    await RunAsync(new Uri($"{address}/{count}"), count, atOnce, isShort ? 7 : 15);
            }
        }
        finally
        {
            server.Kill();
        }
    }

    private static async Task RunAsync(Uri endpoint, int count, int atOnce, int rounds)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var own = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var client = new BenchClient(new HttpGraphQLTransport(own, new GraphQLClientOptions { Endpoint = endpoint }));
        Func<Task> byHand = () => CallByHandAsync(http, endpoint);
        Func<Task> byLathe = async () => (await client.MachinesAsync(limit: count)).RequireData();
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await MeasureAsync(byHand, atOnce);
            await MeasureAsync(byLathe, atOnce);
        }

        var scores = new List<(double Hand, double Lathe, double Ratio, long HandBytes, long LatheBytes)>();
        for (var round = 0; round < rounds; round++)
        {
            var (hand, handBytes) = await MeasureAsync(byHand, atOnce);
            var (lathe, latheBytes) = await MeasureAsync(byLathe, atOnce);
            scores.Add((hand, lathe, lathe / hand, handBytes, latheBytes));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {atOnce} | {Contest.Median([.. scores.Select(score => score.Hand)]):0} | "
                + $"{Contest.Median([.. scores.Select(score => score.Lathe)]):0} | {Contest.Median([.. scores.Select(score => score.Ratio)]):0.00} | "
                + $"{scores[^1].HandBytes:N0} | {scores[^1].LatheBytes:N0} |"));
    }

    private static async Task CallByHandAsync(HttpClient http, Uri endpoint)
    {
        var request = new SmallRequest(Query, "Machines", new SmallVariables(100));
        using var response = await http.PostAsJsonAsync(endpoint, request, SmallContext.Default.SmallRequest);
        response.EnsureSuccessStatusCode();
        var envelope = await response.Content.ReadFromJsonAsync(ShopContext.Default.ShopEnvelope);
        GC.KeepAlive(envelope!.Data!.Machines);
    }

    // Returns requests a second and bytes allocated a request.
    private static async Task<(double Rate, long Bytes)> MeasureAsync(Func<Task> call, int atOnce)
    {
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Task.Run(async () =>
        {
            while (watch.ElapsedMilliseconds < 300)
            {
                await call();
                Interlocked.Increment(ref done);
            }
        })));
        return (done / watch.Elapsed.TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - bytes) / done);
    }
}
