using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Binding;

/// <summary>Finds the inputs, enums and scalars with converters that generated code names: no others are generated.</summary>
internal static class UsedTypes
{
    /// <summary>Gets what results and variables name, inputs and enums first.</summary>
    public static IEnumerable<string> Of(
        ResultContainer container, ClientContext context, IReadOnlyList<VariableDefinitionSyntax> variables, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var shape in container.Shapes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fields = shape is AbstractShape all ? all.AllCases.SelectMany(static one => one.Fields) : shape.Fields;
            names.UnionWith(fields.Where(static field => field.Child is null).Select(static field => field.Type.NamedType));
        }

        var ofResults = names.Where(name => context.IsConverted(name)).ToList();
        names.UnionWith(variables.Select(static variable => InputBinder.Reference(variable.Type).NamedType));
        return names.Where(name => context.Schema.FindType(name) is EnumType or InputObjectType).Concat(ofResults);
    }

    /// <summary>Gets types with all that input objects among them lead to, in ordinal order.</summary>
    public static IReadOnlyList<string> Closure(Schema schema, IReadOnlyCollection<string> typeNames, CancellationToken cancellationToken)
    {
        var reached = new SortedSet<string>(typeNames.Where(name => schema.FindType(name) is ScalarType), StringComparer.Ordinal);
        var waiting = new Queue<string>(typeNames);
        while (waiting.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = waiting.Dequeue();
            var type = reached.Contains(name) ? null : schema.FindType(name);
            if (type is EnumType or InputObjectType)
                reached.Add(name);
            if (type is not InputObjectType input)
                continue;
            foreach (var field in input.Fields)
                waiting.Enqueue(field.Type.NamedType);
        }

        return [.. reached];
    }
}
