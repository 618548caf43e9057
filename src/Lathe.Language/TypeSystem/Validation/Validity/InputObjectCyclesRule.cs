using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>An input object does not need itself: each has a value that ends (section 3.10, circular references).</summary>
internal sealed class InputObjectCyclesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1091", "Input object that requires itself");

    public void Check(SchemaContext context)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        var finite = new FiniteInputs(context);
        foreach (var type in context.Types.Defined)
        {
            if (context.IsFull())
                return;
            if (type.IsInputObject && !finite.IsFinite(type) && visited.Add(type.Name))
                new Search(context, finite, visited).Run(type);
        }
    }

    // Depth first with a stack of its own: chains may be as long as the schema.
    private sealed class Search(SchemaContext context, FiniteInputs finite, HashSet<string> visited)
    {
        private readonly List<(TypeShape Type, int NextField)> _types = [];
        private readonly List<(TypeShape Type, InputValueDefinitionSyntax Field)> _path = [];
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
                Follow(type, type.InputFields[next]);
            }
        }

        private void Follow(TypeShape type, InputValueDefinitionSyntax field)
        {
            if (finite.NeedOf(type, field) is not { } target || finite.IsFinite(target))
                return;
            if (_depthOf.TryGetValue(target.Name, out var depth))
                Report(target, depth, (type, field));
            else if (visited.Add(target.Name))
                Push(target, (type, field));
        }

        private void Push(TypeShape type, (TypeShape Type, InputValueDefinitionSyntax Field)? by = null)
        {
            if (by is { } step)
                _path.Add(step);
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

        private void Report(TypeShape type, int depth, (TypeShape Type, InputValueDefinitionSyntax Field) last)
        {
            var length = _path.Count - depth + 1;
            var cycle = _path.GetRange(depth, Math.Min(length - 1, ErrorBounds.PlacesOfAnError));
            if (length <= ErrorBounds.PlacesOfAnError)
                cycle.Add(last);
            var path = string.Join(", ", cycle.Select(static step => ShownName.Of($"{step.Type.Name}.{step.Field.Name.Value}")));
            var more = length > cycle.Count ? "..." : string.Empty;
            context.Report(
                Descriptor,
                $"Input Object {ShownName.Of(type.Name)} cannot be provided a finite value "
                + $"because it references itself through fields: {path}{more}.",
                [.. cycle.Select(static step => step.Field)]);
        }
    }
}
