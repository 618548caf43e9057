using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Emission;

/// <summary>Writes the file of an operation: a static class with its descriptor, variables, records and readers, and the client's methods.</summary>
internal static class OperationEmitter
{
    private const string Operation = "Operation";

    public static GeneratedFile Emit(OperationModel operation) => SourceFile.Create(operation.Client, operation.FileName, writer =>
    {
        writer.Summary(operation.Description);
        ScopesEmitter.Remarks(writer, operation).Line(SourceFile.GeneratedCode);
        using (writer.Open($"{operation.Client.Accessibility()} static partial class {operation.ClassName}"))
        {
            EmitDescriptor(writer, operation);
            PagerEmitter.Emit(writer, operation);
            ScopesEmitter.Emit(writer, operation);
            EmitVariables(writer, operation);
            foreach (var result in operation.Results)
            {
                writer.Line();
                ResultEmitter.Emit(writer, operation.Client, result, "public", documented: true);
                ResultEmitter.EmitCases(writer, operation.Client, result, documented: true);
            }

            ReaderEmitter.Emit(writer, operation.Results);
        }

        writer.Line();
        MethodEmitter.Emit(writer, operation);
    });

    private static void EmitDescriptor(CodeWriter writer, OperationModel operation)
    {
        writer.Line("public static global::Lathe.GraphQLOperation<Data> Operation { get; } = new(")
            .Line($"\t\"{operation.Name}\",")
            .Line($"\tglobal::Lathe.GraphQLOperationType.{operation.Type},")
            .Line($"\t\"{Sha256.Hex(operation.Document)}\",")
            .Line("\t" + DocumentEmitter.Request(operation) + ",")
            .Line($"\t{ClientBinder.ReaderOfData}){Options(operation)};")
            // For a lambda the compiler makes a class with an instance, an initializer and a field.
            .Line($"static Data {ClientBinder.ReaderOfData}(ref {ReaderNames.Cursor} j) => new(ref j);");
    }

    private static string Options(OperationModel operation)
    {
        var onError = operation.Client.OnError == ErrorBehavior.Unsaid ? null
            : $"OnError = global::Lathe.GraphQLErrorBehavior.{operation.Client.OnError}";
        string[] set = [.. new[] { operation.IsIncremental ? "IsIncremental = true" : null, onError }.OfType<string>()];
        return set.Length == 0 ? "" : $" {{ {string.Join(", ", set)} }}";
    }

    private static void EmitVariables(CodeWriter writer, OperationModel operation)
    {
        if (operation.Variables.Count == 0)
            return;
        writer.Line().Line("/// <inheritdoc/>").Line(InputJsonEmitter.Attribute(operation.Client, "Variables"));
        var further = InputJsonEmitter.Interface(operation.Client, "Variables");
        using (writer.Open($"public sealed partial class Variables : {InputEmitter.Base}, global::Lathe.Json.IInputVariables<Data>{further}"))
        {
            InputMembersEmitter.Emit(writer, operation.Variables);
            // A variable may be named Operation, too.
            var isHidden = operation.Variables.Any(static one => one.PropertyName == Operation);
            var container = isHidden ? ClientContext.Qualify(operation.Client, operation.ClassName) + "." : "";
            writer.Line($"global::Lathe.GraphQLOperation<Data> global::Lathe.IGraphQLVariables<Data>.Operation => {container}{Operation};");
            InputJsonEmitter.Emit(writer, operation.Client, "Variables", operation.Variables);
        }
    }
}
