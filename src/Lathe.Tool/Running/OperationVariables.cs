using System.Text.Json;
using Lathe.Language.Errors;
using Lathe.Language.TypeSystem;
using Lathe.Tool.Files;
using Lathe.Tool.Hosting;
using Lathe.Tool.Output;

namespace Lathe.Tool.Running;

/// <summary>The variables of an operation, from the command line and from a JSON file, checked by their types.</summary>
internal static class OperationVariables
{
    /// <summary>Reads them; what the command line says comes before what the file says.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="given">The texts <c>name=value</c>.</param>
    /// <param name="file">A file with a JSON object, <c>-</c> for standard input; null for none.</param>
    /// <param name="host">Where files and input are.</param>
    /// <returns>Those that have a value, by name, in the order of the operation.</returns>
    /// <exception cref="ToolException">One is missing, unknown, or not of its type.</exception>
    public static IReadOnlyList<KeyValuePair<string, JsonElement>> Read(
        ProjectOperation operation, IReadOnlyList<string> given, string? file, ToolHost host)
    {
        var types = operation.Definition.VariableDefinitions.ToDictionary(
            variable => variable.Variable.Name.Value, variable => TypeReferences.From(variable.Type), StringComparer.Ordinal);
        var values = file is null ? new(StringComparer.Ordinal) : ReadFile(file, host);
        AddGiven(values, given, types, operation);
        if (values.Keys.FirstOrDefault(name => !types.ContainsKey(name)) is { } unknown)
            throw Unknown(unknown, types, operation);
        var check = new VariableCheck(operation.Schema);
        foreach (var (name, type) in types)
        {
            if (values.TryGetValue(name, out var value) && check.Find(value, type, "$" + name) is { } problem)
                throw new ToolException($"The variable {problem}");
        }

        RefuseMissing(operation, values, types);
        return [.. types.Keys.Where(values.ContainsKey).Select(name => KeyValuePair.Create(name, values[name]))];
    }

    private static void AddGiven(
        Dictionary<string, JsonElement> values, IReadOnlyList<string> given, Dictionary<string, TypeReference> types, ProjectOperation operation)
    {
        var mapped = operation.Project.Config?.Scalars.Select(scalar => scalar.Scalar).ToHashSet(StringComparer.Ordinal) ?? [];
        var texts = new VariableText(operation.Schema, mapped);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pair in given)
        {
            var split = pair.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
                throw new ToolException("--var takes NAME=VALUE, such as limit=10.");
            var name = pair[..split].TrimStart('$');
            if (!types.TryGetValue(name, out var type))
                throw Unknown(name, types, operation);
            if (!seen.Add(name))
                throw new ToolException($"The variable ${name} is given twice. A list is JSON: --var {name}='[1, 2]'.");
            values[name] = texts.Read(name, pair[(split + 1)..], type);
        }
    }

    private static Dictionary<string, JsonElement> ReadFile(string file, ToolHost host)
    {
        var text = file == "-" ? host.Input.ReadToEnd() : TextFiles.Read(file, host.Folder).Text;
        return VariableText.TryJson(text) is { ValueKind: JsonValueKind.Object } root
            ? root.EnumerateObject().GroupBy(member => member.Name, StringComparer.Ordinal)
                .ToDictionary(members => members.Key, members => members.Last().Value, StringComparer.Ordinal)
            : throw new ToolException($"{(file == "-" ? "Standard input" : $"The file '{file}'")} holds no JSON object of variables.");
    }

    private static ToolException Unknown(string name, Dictionary<string, TypeReference> types, ProjectOperation operation)
    {
        var near = new Suggestions().For(name, types.Keys);
        var known = types.Count == 0 ? "It has none." : $"It has: {string.Join(", ", types.Select(type => $"${type.Key}: {type.Value}"))}.";
        return new ToolException(
            $"The operation {operation.Name} has no variable '{PlainText.Line(ShownName.Of(name))}'.{(near.Length > 0 ? near : " " + known)}");
    }

    private static void RefuseMissing(
        ProjectOperation operation, Dictionary<string, JsonElement> values, Dictionary<string, TypeReference> types)
    {
        var missing = operation.Definition.VariableDefinitions
            .Where(variable => variable.DefaultValue is null)
            .Select(variable => variable.Variable.Name.Value)
            .Where(name => types[name].IsNonNull && !values.ContainsKey(name))
            .Select(name => $"${name}: {types[name]}").ToArray();
        if (missing.Length > 0)
            throw new ToolException($"The operation {operation.Name} needs {string.Join(", ", missing)}. Give --var NAME=VALUE or --vars FILE.");
    }
}
