using Lathe.Language.Errors;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Validation.Definitions;

namespace Lathe.Language.TypeSystem.Validation.Validity;

/// <summary>The default value of an input field does not lead back to itself (section 3.10, InputObjectDefaultValueHasCycle).</summary>
internal sealed class DefaultValueCyclesRule : ISchemaRule
{
    internal static readonly ErrorDescriptor Descriptor = ValidityErrors.Make("GQL1092", "Default value that needs itself");

    public void Check(SchemaContext context)
    {
        var search = new Search(context);
        foreach (var type in context.Types.Defined)
        {
            if (type.IsInputObject)
                search.FollowFields(type, given: null);
        }
    }

    private sealed class Search(SchemaContext context)
    {
        // Deeper chains of defaults are not followed: the stack is finite, and no schema has them.
        private const int Deepest = 500;

        private readonly HashSet<InputValueDefinitionSyntax> _visited = [];
        private readonly List<(string Coordinate, InputValueDefinitionSyntax Field)> _path = [];
        private readonly Dictionary<InputValueDefinitionSyntax, int> _depthOf = [];
        private int _nesting;

        /// <summary>Follows the fields that an object literal, or an empty one, leaves to their defaults.</summary>
        internal void FollowFields(TypeShape type, ObjectValueSyntax? given)
        {
            foreach (var (field, value) in LiteralFields.Of(type, given, type.DefaultedInputFields))
            {
                if (context.Types.Find(field.Type) is not { IsInputObject: true } fieldType)
                    continue;
                if (value is not null)
                    FollowValue(fieldType, value);
                else
                    FollowDefault($"{type.Name}.{field.Name.Value}", field, fieldType);
            }
        }

        private void FollowValue(TypeShape type, ValueSyntax value)
        {
            if (_nesting == Deepest)
                return;
            _nesting++;
            if (value is ListValueSyntax list)
            {
                foreach (var item in list.Values)
                    FollowValue(type, item);
            }
            else if (value is ObjectValueSyntax literal)
            {
                FollowFields(type, literal);
            }

            _nesting--;
        }

        private void FollowDefault(string coordinate, InputValueDefinitionSyntax field, TypeShape type)
        {
            if (context.IsFull())
                return;
            if (_depthOf.TryGetValue(field, out var depth))
            {
                Report(coordinate, depth);
                return;
            }

            if (!_visited.Add(field))
                return;
            _path.Add((coordinate, field));
            _depthOf.Add(field, _path.Count);
            FollowValue(type, field.DefaultValue!);
            _path.RemoveAt(_path.Count - 1);
            _depthOf.Remove(field);
        }

        private void Report(string coordinate, int depth)
        {
            var length = _path.Count - depth + 1;
            var shown = _path.GetRange(depth - 1, Math.Min(length, ErrorBounds.PlacesOfAnError));
            var more = length > shown.Count ? " and others" : string.Empty;
            var others = string.Join(", ", shown.Skip(1).Select(static step => ShownName.Of(step.Coordinate)));
            var via = others.Length == 0 ? string.Empty : $" via the default values of: {others}{more}";
            SyntaxNode[] values = [.. shown.Select(static step => step.Field.DefaultValue!)];
            context.Report(
                Descriptor,
                $"Invalid circular reference. The default value of Input Object field {ShownName.Of(coordinate)} references itself{via}.",
                values);
        }
    }
}
