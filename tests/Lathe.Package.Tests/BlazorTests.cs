namespace Lathe.Package.Tests;

/// <summary>A fresh Blazor WebAssembly project builds with the package, without a workload, and is told of a key that all can read.</summary>
public sealed class BlazorTests(PackageFixture package)
{
    private const string Program = """
        using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
        using Shop;

        var builder = WebAssemblyHostBuilder.CreateDefault(args);
        builder.RootComponents.Add<App>("#app");
        builder.Services.AddShopClient(options => options.Endpoint = new Uri(new Uri(builder.HostEnvironment.BaseAddress), "graphql"))
            .AddBearerToken("Shop:ApiKey");
        await builder.Build().RunAsync();

        """;

    private const string Component = """
        @inject IShopClient Client

        <p>@_name</p>

        @code {
            private string? _name;

            protected override async Task OnInitializedAsync() => _name = (await Client.MachinesAsync(limit: 1)).RequireData().Machines[0].Name;
        }

        """;

    [Theory]
    [InlineData("net10.0", "10.0.0")]
    [InlineData("net8.0", "8.0.0")]
    public async Task AKeyThatEveryVisitorCouldReadIsToldAtItsLine(string framework, string components)
    {
        var references = $"""
            <PackageReference Include="Lathe" Version="$(LatheVersion)" />
            <PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="{components}" />
            """;
        var project = new Consumer(package.Root, "Blazor_" + framework.Replace('.', '_')).WriteShop()
            .WriteProject(
                $"<TargetFramework>{framework}</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>",
                "Microsoft.NET.Sdk.BlazorWebAssembly",
                references)
            .Write("Program.cs", Program)
            .Write("App.razor", Component)
            .Write("wwwroot/index.html", """<div id="app"></div><script src="_framework/blazor.webassembly.js"></script>""");

        var build = (await project.Build()).RequireSuccess();

        var warning = Assert.Single(build.Output.Split('\n').Where(line => line.Contains("warning ", StringComparison.Ordinal)).Distinct());
        Assert.Contains("Program.cs(7,21): warning GQL3020: This project runs in browsers", warning, StringComparison.Ordinal);
        Assert.True(Directory.Exists(Path.Combine(project.Folder, "bin/Debug", framework, "wwwroot/_framework")));
    }
}
