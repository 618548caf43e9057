using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Fixes;

/// <summary>The variable for an argument that is added, and its declarations in the operations that need it.</summary>
/// <param name="Name">The name without <c>$</c>.</param>
/// <param name="Declarations">The edits that declare it; empty where all operations have it.</param>
internal sealed record ArgumentVariable(string Name, IReadOnlyList<TextEdit> Declarations)
{
    /// <summary>Takes a variable that stands unused in all operations, or a name that is free in all.</summary>
    public static ArgumentVariable For(FieldPlace place, InputValueDefinition argument, FixContext context)
    {
        OperationDefinitionSyntax[] operations = [.. context.OperationsOf(place.Owner)];
        VariableUsage[][] usages = [.. operations.Select(operation => context.UsagesOf(operation).ToArray())];
        bool IsUnusedInAll(string name) =>
            operations.Zip(usages, (operation, used) => IsUnused(operation, used, name, argument)).All(static isUnused => isUnused);
        var unused = operations.FirstOrDefault()?.VariableDefinitions.Select(one => one.Variable.Name.Value).FirstOrDefault(IsUnusedInAll);
        if (unused is not null)
            return new ArgumentVariable(unused, []);
        var free = Candidates(place, argument).First(name => operations.All(operation => IsFree(operation, name))
            && usages.All(all => all.All(usage => usage.Node.Name.Value != name)));
        return new ArgumentVariable(free, [.. operations.Select(operation => Addition.Variable(operation, $"${free}: {argument.Type}"))]);
    }

    private static bool IsUnused(OperationDefinitionSyntax operation, VariableUsage[] usages, string name, InputValueDefinition argument) =>
        operation.VariableDefinitions.Any(
            variable => variable.Variable.Name.Value == name && InputTypes.IsSubtype(InputTypes.Reference(variable.Type), argument.Type))
        && usages.All(usage => usage.Node.Name.Value != name);

    private static bool IsFree(OperationDefinitionSyntax operation, string name) =>
        operation.VariableDefinitions.All(variable => variable.Variable.Name.Value != name);

    private static IEnumerable<string> Candidates(FieldPlace place, InputValueDefinition argument)
    {
        yield return argument.Name;
        var longer = place.Field.ResponseKey + char.ToUpperInvariant(argument.Name[0]) + argument.Name.Substring(1);
        yield return longer;
        for (var number = 2; ; number++)
            yield return $"{longer}{number}";
    }
}
