using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Impact;

/// <summary>Uses of an input object's field: literals that give it or leave it out, and variables that may.</summary>
internal static class InputFieldUses
{
    public static IEnumerable<Use> Find(UseIndex index, Schema newSchema, SchemaChange change)
    {
        var at = change.Coordinate;
        var old = (index.Schema.FindType(at.Name) as InputObjectType)?.FindField(at.Member!);
        var @new = (newSchema.FindType(at.Name) as InputObjectType)?.FindField(at.Member!);
        foreach (var use in index.Objects[at.Name])
        {
            var field = use.Value.Fields.FirstOrDefault(item => item.Name.Value == at.Member);
            if (Touched(index.Schema, newSchema, change.Code, use, field, old, @new) is { } found)
                yield return found;
        }

        // Only the C# code knows what a variable holds.
        var isTaken = change.Code == "FIELD_CHANGED_KIND" && old is not null && @new is not null
            && new InputFit(index.Schema, newSchema).TakesAll(old.Type, @new.Type);
        if (change.Criticality == ChangeCriticality.Safe || isTaken)
            yield break;
        foreach (var variable in index.VariablesThatReach(at.Name))
            yield return variable.ToUse(at.Member, isCertain: change.Code == "REQUIRED_INPUT_FIELD_ADDED");
    }

    private static Use? Touched(
        Schema oldSchema,
        Schema newSchema,
        string code,
        ObjectUse use,
        ObjectFieldSyntax? field,
        InputValueDefinition? old,
        InputValueDefinition? @new)
    {
        var isAboutAbsence = code is "REQUIRED_INPUT_FIELD_ADDED" or "OPTIONAL_INPUT_FIELD_ADDED"
            or "INPUT_FIELD_BECAME_REQUIRED" or "INPUT_FIELD_DEFAULT_VALUE_CHANGE";
        if (field is null)
        {
            var isNeeded = isAboutAbsence || (code == "FIELD_CHANGED_KIND" && @new is { IsRequired: true } && old is { IsRequired: false });
            return isNeeded ? new Use(use.Owner, use.Value, "literal") : null;
        }

        if (isAboutAbsence)
            return null;
        var given = new Use(use.Owner, field, "input field");
        if (code != "FIELD_CHANGED_KIND" || old is null || @new is null)
            return code == "FIELD_CHANGED_KIND_SAFE" ? null : given;
        return new ValueFit(oldSchema, newSchema, old, @new).Misfit(field.Value) is { } misfit ? given with { Counts = misfit } : null;
    }
}
