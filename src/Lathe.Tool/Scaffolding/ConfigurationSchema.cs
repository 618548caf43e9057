using Lathe.Tool.Files;

namespace Lathe.Tool.Scaffolding;

/// <summary>The JSON schema of the configuration, which lies beside it so that editors complete it without a network.</summary>
internal static class ConfigurationSchema
{
    /// <summary>Gets the value of <c>$schema</c>.</summary>
    public const string Reference = "./" + FileName;

    private const string FileName = "graphqlrc.schema.json";

    public static void Write(string folder)
    {
        using var stream = typeof(ConfigurationSchema).Assembly.GetManifestResourceStream("config-schema.json")!;
        using var reader = new StreamReader(stream);
        TextFiles.WriteAtomically(Path.Combine(folder, FileName), reader.ReadToEnd());
    }
}
