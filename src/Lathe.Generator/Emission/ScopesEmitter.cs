using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes what the schema demands of an operation's caller; nothing where it demands nothing.</summary>
internal static class ScopesEmitter
{
    public static CodeWriter Remarks(CodeWriter writer, OperationModel operation) => writer.Element("remarks", operation switch
    {
        { Scopes.Count: 1 } => $"Needs a key with the scope {operation.Scopes[0]}.",
        { Scopes.Count: > 1 } => $"Needs a key with the scopes {string.Join(", ", operation.Scopes)}.",
        { IsAuthenticated: true } => "Needs a key.",
        _ => null,
    });

    public static void Emit(CodeWriter writer, OperationModel operation)
    {
        if (!operation.IsAuthenticated)
            return;
        var scopes = string.Join(", ", operation.Scopes.Select(Literals.String));
        writer.Line().Summary("The scopes that the schema demands of the key; empty where any key serves.")
            .Line(
                $"public static global::System.Collections.Generic.IReadOnlyList<string> RequiredScopes {{ get; }} = "
                    + $"global::System.Array.AsReadOnly(new string[] {{ {scopes} }});");
    }
}
