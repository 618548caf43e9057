namespace Lathe.Generator.Diagnostics;

internal static class HelpLinks
{
    private const string Folder = "https://github.com/lathe-graphql/lathe/blob/main/docs/diagnostics/";

    public static string For(string id) => Folder + id + ".md";
}
