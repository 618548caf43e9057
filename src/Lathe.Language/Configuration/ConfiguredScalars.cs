using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;

namespace Lathe.Language.Configuration;

/// <summary>
/// Holds configured scalars against the schema. One that the schema lacks is no mistake by itself, since several schemas may share a
/// list; one that is nearly a scalar of the schema is, and so is one that is another kind of type.
/// </summary>
internal static class ConfiguredScalars
{
    /// <summary>Checks the scalars of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="schema">Its schema.</param>
    /// <returns>The mistakes, at the scalars' names.</returns>
    public static IReadOnlyList<LanguageError> Check(ConfiguredProject project, Schema schema)
    {
        var errors = new List<LanguageError>();
        foreach (var pair in project.ScalarLocations)
        {
            if (Fault(pair.Key, project, schema) is { } message)
                errors.Add(new LanguageError(ConfigurationErrors.UnknownScalar, message, [pair.Value.Name]));
        }

        return errors;
    }

    private static string? Fault(string name, ConfiguredProject project, Schema schema)
    {
        if (schema.HasType(name))
            return schema.FindType(name) is null or ScalarType
                ? null
                : $"'{name}' is not a scalar, so it cannot have a .NET type here. Remove it.";
        var distance = new EditDistance(name);
        var near = schema.TypeNames.Where(
            other => !project.ScalarLocations.ContainsKey(other) && distance.To(other) is not null && schema.FindType(other) is ScalarType);
        var suggestion = new Suggestions().For(name, near.ToArray());
        return suggestion.Length == 0 ? null : $"The schema has no scalar '{name}'.{suggestion}";
    }
}
