using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;
using Lathe.Language.Validation.Rules;

namespace Lathe.Language.Fixes.Rules;

/// <summary>Adds the required arguments of a field that are missing, each with a variable.</summary>
internal sealed class RequiredArgumentFix : IFixRule
{
    public IReadOnlyList<string> Ids { get; } = [ProvidedRequiredArgumentsRule.Descriptor.Id];

    public int Phase => 1;

    public IEnumerable<Fix> Propose(LanguageError error, FixContext context)
    {
        if (FieldPlace.Find(error.Locations[0], context) is not { } place || Missing(error, place) is not { } argument)
            yield break;
        var variable = ArgumentVariable.For(place, argument, context);
        var add = Addition.Argument(place.Field.Arguments, place.Field.Name, $"{argument.Name}: ${variable.Name}");
        yield return new Fix($"Add the argument {argument.Name}: ${variable.Name}", [add, .. variable.Declarations]);
    }

    // An error names one of several variables.
    private static InputValueDefinition? Missing(LanguageError error, FieldPlace place) => place.Definition.Arguments.FirstOrDefault(
        argument => argument.IsRequired && place.Field.Arguments.All(given => given.Name.Value != argument.Name)
            && error.Message.Contains($"argument \"{argument.Name}\" of type"));
}
