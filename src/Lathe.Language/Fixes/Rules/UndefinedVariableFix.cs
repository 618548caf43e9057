using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Fragments;
using Lathe.Language.Validation.Rules;
using Lathe.Language.Validation.Types;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Declares a variable that is used; or uses the declared one that was meant.</summary>
internal sealed class UndefinedVariableFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [NoUndefinedVariablesRule.Descriptor.Id];

    public int Phase => 1;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (error.Locations.Count < 2 || context.DefinitionAt(error.Locations[1]) is not OperationDefinitionSyntax operation)
            yield break;
        var place = error.Locations[0];
        var name = place.Source.Text.Substring(place.Span.Start + 1, place.Span.Length - 1);
        VariableUsage[] usages = [.. context.UsagesOf(operation)];
        var used = usages.Where(usage => usage.Node.Name.Value == name).ToArray();
        if (TypeOf(used) is not { } type)
            yield break;
        foreach (var meant in Meant(operation, name, type, usages))
        {
            var edits = used.Where(usage => usage.Node.Source == place.Source).Select(usage => Rename(usage.Node, meant));
            yield return new Fix($"Change ${name} to ${meant}", [.. edits]);
        }

        yield return new Fix($"Declare ${name}: {type}", [Addition.Variable(operation, $"${name}: {type}")], Rank: 1);
    }

    // The strictest of the types that the places expect.
    private static TypeReference? TypeOf(VariableUsage[] used) => used
        .Where(usage => usage.Type is not null)
        .Select(usage => usage is { HasDefault: true, Type: { } type } ? type.Nullable : usage.Type)
        .OrderByDescending(type => type!.IsNonNull)
        .FirstOrDefault();

    private static IEnumerable<string> Meant(OperationDefinitionSyntax operation, string name, TypeReference type, VariableUsage[] usages)
    {
        var distance = new EditDistance(name);
        return operation.VariableDefinitions
            .Where(variable => InputTypes.IsSubtype(InputTypes.Reference(variable.Type), type))
            .Select(variable => variable.Variable.Name.Value)
            .Where(declared => usages.All(usage => usage.Node.Name.Value != declared) && distance.To(declared) is not null)
            .OrderBy(declared => distance.To(declared));
    }

    private static TextEdit Rename(VariableSyntax variable, string name) =>
        TextEdit.Replace(variable.Source, variable.Name.Span.Start, variable.Name.Span.End, name);
}
