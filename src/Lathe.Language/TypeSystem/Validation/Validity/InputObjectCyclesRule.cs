using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>An input object does not need itself: a chain of non-null fields ends (section 3.10, circular references).</summary>
internal sealed class InputObjectCyclesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1091", "Input object that requires itself");

    public void Check(SchemaContext context)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var type in context.Types.Defined)
        {
            if (context.IsFull())
                return;
            if (type.IsInputObject && visited.Add(type.Name))
                new Search(context, visited).Run(type);
        }
    }

    // Depth first with a stack of its own: chains may be as long as the schema.
    private sealed class Search(SchemaContext context, HashSet<string> visited)
    {
        private readonly List<(TypeShape Type, int NextField)> _types = [];
        private readonly List<InputValueDefinitionSyntax> _path = [];
        private readonly Dictionary<string, int> _depthOf = new(StringComparer.Ordinal);

        internal void Run(TypeShape root)
        {
            Push(root);
            while (_types.Count > 0 && !context.IsFull())
            {
                var (type, next) = _types[_types.Count - 1];
                if (next == type.InputFields.Count)
                {
                    Pop(type);
                    continue;
                }

                _types[_types.Count - 1] = (type, next + 1);
                Follow(type.InputFields[next]);
            }
        }

        private void Follow(InputValueDefinitionSyntax field)
        {
            if (field.Type is not NonNullTypeSyntax { NullableType: NamedTypeSyntax named })
                return;
            if (context.Types.Find(named) is not { IsInputObject: true } target)
                return;
            if (_depthOf.TryGetValue(target.Name, out var depth))
                Report(target, depth, field);
            else if (visited.Add(target.Name))
                Push(target, field);
        }

        private void Push(TypeShape type, InputValueDefinitionSyntax? by = null)
        {
            if (by is not null)
                _path.Add(by);
            _depthOf.Add(type.Name, _path.Count);
            _types.Add((type, 0));
        }

        private void Pop(TypeShape type)
        {
            _types.RemoveAt(_types.Count - 1);
            _depthOf.Remove(type.Name);
            if (_path.Count > 0)
                _path.RemoveAt(_path.Count - 1);
        }

        private void Report(TypeShape type, int depth, InputValueDefinitionSyntax last)
        {
            var length = _path.Count - depth + 1;
            var cycle = _path.GetRange(depth, Math.Min(length - 1, ErrorBounds.PlacesOfAnError));
            if (length <= ErrorBounds.PlacesOfAnError)
                cycle.Add(last);
            var path = string.Join(".", cycle.Select(static field => ShownName.Of(field.Name.Value)));
            var more = length > cycle.Count ? "..." : string.Empty;
            context.Report(
                Descriptor,
                $"Cannot reference Input Object \"{ShownName.Of(type.Name)}\" within itself through a series of non-null fields: \"{path}{more}\".",
                [.. cycle]);
        }
    }
}
