using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the extension method that adds the client to a service collection.</summary>
internal static class RegistrationEmitter
{
    private const string Services = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    private const string Configure = "global::System.Action<global::Lathe.GraphQLClientOptions>? configure";
    private const string Builder = "global::Lathe.IGraphQLClientBuilder";

    public static GeneratedFile Emit(ClientModel client) => SourceFile.Create(client, client.RegistrationFileName, writer =>
    {
        var accessibility = client.Accessibility();
        writer.Summary($"Adds {client.ClassName} to a service collection.").Line(SourceFile.GeneratedCode);
        using (writer.Open($"{accessibility} static partial class {client.RegistrationName}"))
        {
            EmitSummary(writer, client);
            writer.Line($"public static {Builder} Add{client.ClassName}(this {Services} services, {Configure} = null) =>")
                .Line($"    Add{client.ClassName}(services, \"{RegisteredName(client)}\", configure);").Line();
            EmitSummary(writer, client);
            writer.Line("/// <remarks>For more than one client of this type: each name has its own options and is the key of its services.</remarks>")
                .Line($"public static {Builder} Add{client.ClassName}(this {Services} services, string name, {Configure} = null) =>");
            EmitCall(writer, client);
        }
    });

    private static void EmitSummary(CodeWriter writer, ClientModel client) =>
        writer.Summary(
            $"Adds {client.ClassName} and {client.InterfaceName}."
                + (client.Endpoint is null ? "" : $" The endpoint is {client.Endpoint} unless it is set."));

    private static void EmitCall(CodeWriter writer, ClientModel client)
    {
        var name = client.Namespace.Length == 0 ? "global::" : $"global::{client.Namespace}.";
        writer.Line(
            "    global::Microsoft.Extensions.DependencyInjection.GraphQLServiceCollectionExtensions.AddTypedGraphQLClient<"
                + $"{name}{client.InterfaceName}, {name}{client.ClassName}>(")
            .Line($"        services, name, static transport => new {name}{client.ClassName}(transport), {Options(client)});");
    }

    // Options, handlers and keys go by the name of the registration: under one name two clients would send to the endpoint of the last
    // one, with its key.
    private static string RegisteredName(ClientModel client) => client.IsNameShared && client.Namespace.Length > 0
        ? $"{client.Namespace.Replace("@", "")}.{client.ClassName}"
        : client.ClassName;

    private static string Options(ClientModel client) => client.Endpoint is null
        ? "configure"
        : $"options => {{ options.Endpoint = new global::System.Uri({Literals.String(client.Endpoint)}); configure?.Invoke(options); }}";
}
