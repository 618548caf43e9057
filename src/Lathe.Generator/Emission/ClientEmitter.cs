using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the client and its interface; operations add their methods from their own files.</summary>
internal static class ClientEmitter
{
    public static GeneratedFile Emit(ClientModel client) => SourceFile.Create(client, client.FileName, writer =>
    {
        var accessibility = client.Accessibility();
        writer.Summary($"The operations of {client.ClassName}: one method each.").Line(SourceFile.GeneratedCode);
        using (writer.Open($"{accessibility} partial interface {client.InterfaceName}"))
            ClientMethodsEmitter.EmitInterface(writer);
        writer.Line()
            .Summary("Sends operations. Safe for use by several threads at once.").Line(SourceFile.GeneratedCode);
        using (writer.Open($"{accessibility} sealed partial class {client.ClassName} : {client.InterfaceName}"))
        {
            writer.Line($"private readonly global::Lathe.IGraphQLTransport _transport;").Line()
                .Summary("Makes a client that sends over a transport.");
            using (writer.Open($"public {client.ClassName}(global::Lathe.IGraphQLTransport transport)"))
                writer.Line("global::System.ArgumentNullException.ThrowIfNull(transport);").Line("_transport = transport;");
            ClientMethodsEmitter.EmitClass(writer);
        }
    });
}
