namespace Lathe.Package.Tests;

/// <summary>Projects that name the lowest versions beside the packages restore without a downgrade, build, and run on those very versions.</summary>
public sealed class FloorTests(PackageFixture package)
{
    // Answers once with 503 and then with data, to the key alone; prints what came of it.
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Http;
        using System.Net.Sockets;
        using System.Text;
        using System.Threading.Tasks;
        using Lathe;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Shop;

        var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var origin = $"http://localhost:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        probe.Stop();
        using var server = new HttpListener { Prefixes = { origin } };
        server.Start();
        var requests = 0;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var context = await server.GetContextAsync();
                var isRight = context.Request.Headers["Authorization"] == "Bearer floor-key";
                context.Response.StatusCode = !isRight ? 401 : ++requests < FIRST ? 503 : 200;
                context.Response.ContentType = "application/json";
                var bytes = Encoding.UTF8.GetBytes("{\"data\":{\"machines\":[{\"id\":\"1\",\"name\":\"Mill\"}]}}");
                await context.Response.OutputStream.WriteAsync(bytes);
                context.Response.Close();
            }
        });
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Shop:Key"] = "floor-key" }).Build());
        services.AddShopClient(options => options.Endpoint = new Uri(origin + "graphql")).AddBearerToken("Shop:Key").AddRateLimiter()FURTHER;
        await using var provider = services.BuildServiceProvider();
        var result = await provider.GetRequiredService<IShopClient>().MachinesAsync(limit: 1);
        Console.WriteLine($"{result.RequireData().Machines[0].Name} {requests} {typeof(IHttpClientFactory).Assembly.GetName().Version}");
        """;

    [Theory]
    [InlineData("net8.0", "8.0.0")]
    [InlineData("net10.0", "10.0.0")]
    public async Task TheRunTimeWorksBesideTheFloor(string framework, string floor)
    {
        var references = Reference("Lathe", "$(LatheVersion)") + Floor(floor, "Http", "Logging", "Options", "Configuration", "DependencyInjection");

        var output = await RunAsync(
            "Floor" + framework,
            framework,
            references,
            Program.Replace("FIRST", "1", StringComparison.Ordinal).Replace("FURTHER", "", StringComparison.Ordinal));

        Assert.Equal($"Mill 1 {floor}.0", output);
    }

    [Theory]
    [InlineData("net8.0", "8.0.0", "8.10.0", "8.0.0.0")]
    [InlineData("net10.0", "10.0.0", "10.0.0", "10.0.0.0")]
    public async Task RetriesWorkBesideTheFloor(string framework, string options, string resilience, string loaded)
    {
        var references = Reference("Lathe", "$(LatheVersion)") + Reference("Lathe.Resilience", "$(LatheVersion)")
            + Floor(options, "Configuration") + Floor(resilience, "Http.Resilience");
        var program = Program.Replace("FIRST", "2", StringComparison.Ordinal)
            .Replace("FURTHER", ".AddStandardGraphQLResilience(o => o.BaseDelay = TimeSpan.FromMilliseconds(1))", StringComparison.Ordinal);

        var output = await RunAsync("Retries" + framework, framework, references, program);

        Assert.Equal($"Mill 2 {loaded}", output);
    }

    private static string Reference(string id, string version) => $"<PackageReference Include=\"{id}\" Version=\"{version}\" />";

    // The brackets take no higher version, so that a mirror without this one fails the restore.
    private static string Floor(string version, params string[] names) =>
        string.Concat(names.Select(name => Reference("Microsoft.Extensions." + name, $"[{version}]")));

    private async Task<string> RunAsync(string name, string framework, string references, string program)
    {
        var project = new Consumer(package.Root, name.Replace('.', '_')).WriteShop().Write("Program.cs", program).WriteProject(
            $"<OutputType>Exe</OutputType><TargetFramework>{framework}</TargetFramework><Nullable>enable</Nullable>"
                + "<WarningsAsErrors>NU1605;NU1608</WarningsAsErrors>",
            reference: references);
        (await project.Build()).RequireSuccess();
        var assembly = Path.Combine(project.Folder, "bin/Debug", framework, Path.GetFileName(project.Folder) + ".dll");
        // Only the newest run time need be on the machine: the older program rolls forward, with the packages that it brings.
        return (await Command.Run(project.Folder, [("DOTNET_ROLL_FORWARD", "Major")], assembly)).RequireSuccess().Output.Trim();
    }
}
