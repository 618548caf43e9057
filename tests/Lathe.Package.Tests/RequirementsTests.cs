namespace Lathe.Package.Tests;

/// <summary>What a build says to a project that cannot use generated code: one sentence, not the compiler's dozens.</summary>
public sealed class RequirementsTests(PackageFixture package)
{
    [Fact]
    public async Task AnOlderFrameworkOrLanguageIsOneErrorABuild()
    {
        var project = new Consumer(package.Root, "Old").WriteShop()
            .WriteProject(
                "<TargetFrameworks>net8.0;netstandard2.0</TargetFrameworks><LangVersion Condition=\"'$(TargetFramework)' == "
                    + "'net8.0'\">11.0</LangVersion>");

        var errors = (await project.Build()).Errors;

        Assert.Equal(
            [
                "error : Lathe needs .NET 8 or newer, and this build is for 'netstandard2.0'. Target net8.0 or newer; a project of several "
                    + "frameworks puts its reference to the package under a condition on TargetFramework.",
                "error : The code that Lathe makes is C# 12, and LangVersion is '11.0'. Set it to 12 or higher, or remove it: the default of .NET 8 "
                    + "and newer will do.",
            ],
            errors.Select(static error => error[error.IndexOf("error :", StringComparison.Ordinal)..]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AnotherLanguageIsAWarning()
    {
        var project = new Consumer(package.Root, "Basic");
        project.WriteShop()
            .Write(
                "Basic.vbproj",
                "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>"
                    + "<ItemGroup><PackageReference Include=\"Lathe\" Version=\"$(LatheVersion)\" /></ItemGroup></Project>");

        var output = (await project.Build()).RequireSuccess().Output;

        Assert.Contains(
            "warning : Lathe makes C#, so the GraphQL files of this VB project come to nothing. Put them into a C# project that this one references.",
            output,
            StringComparison.Ordinal);
    }
}
