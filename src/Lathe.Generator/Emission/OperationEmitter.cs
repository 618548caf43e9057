using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an operation: a static class with its descriptor, variables, records and readers, and the client's methods.</summary>
internal static class OperationEmitter
{
    public static GeneratedFile Emit(OperationModel operation) => SourceFile.Create(operation.Client, operation.ClassName, writer =>
    {
        writer.Summary(operation.Description ?? $"The {operation.Type.ToString().ToLowerInvariant()} {operation.Name}.");
        ScopesEmitter.Remarks(writer, operation).Line(SourceFile.GeneratedCode);
        using (writer.Open($"{operation.Client.Accessibility()} static partial class {operation.ClassName}"))
        {
            EmitDescriptor(writer, operation);
            ScopesEmitter.Emit(writer, operation);
            EmitVariables(writer, operation);
            foreach (ResultModel result in operation.Results)
            {
                writer.Line();
                ResultEmitter.Emit(writer, result, "public", documented: true);
                ResultEmitter.EmitCases(writer, result, documented: true);
            }

            writer.Line();
            ReaderEmitter.Emit(writer, operation.Results);
        }

        writer.Line();
        MethodEmitter.Emit(writer, operation);
    });

    private static void EmitDescriptor(CodeWriter writer, OperationModel operation)
    {
        writer.Summary("What is sent, and how the answer is read.")
            .Line("public static global::Lathe.GraphQLOperation<Data> Operation { get; } = new(")
            .Line($"    \"{operation.Name}\",")
            .Line($"    global::Lathe.GraphQLOperationType.{operation.Type},")
            .Line($"    \"{SourceFile.Hash(operation.Document)}\",")
            .Line("    \"\"\"")
            .Line($"    {{\"query\":{Literals.Json(operation.Document)},\"operationName\":\"{operation.Name}\"")
            .Line("    \"\"\"u8.ToArray(),")
            .Line(operation.IsIncremental ? "    Json.ReadData) { IsIncremental = true };" : "    Json.ReadData);");
    }

    private static void EmitVariables(CodeWriter writer, OperationModel operation)
    {
        if (operation.Variables.Count == 0)
            return;
        writer.Line().Summary("The variables. Those that were never set are not sent; a set null is.");
        using (writer.Open("public sealed partial class Variables : global::Lathe.IGraphQLVariables"))
        {
            InputMembersEmitter.Emit(writer, operation.Variables, "global::Lathe.IGraphQLVariables");
            VariablesConversion.Emit(writer, operation);
        }
    }
}
