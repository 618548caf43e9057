using System.Text;
using Lathe.Language.Syntax;
using Lathe.Language.TypeSystem.Values;

namespace Lathe.Language.Validation.Expansion;

/// <summary>The copies of fragments that an operation needs: one for each fragment and set of arguments.</summary>
internal sealed class FragmentVariants(
    OperationVariables operation, IReadOnlyDictionary<string, FragmentDefinitionSyntax> fragments, ExpansionWork work)
{
    private readonly Dictionary<string, FragmentVariant> _byCall = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(fragments.Keys, StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly HashSet<FragmentDefinitionSyntax> _met = [];

    /// <summary>Gets the copies that nobody has made yet.</summary>
    public Queue<FragmentVariant> Pending { get; } = new();

    /// <summary>Gets the name of the copy that a spread is of; it is made when the spread is the first.</summary>
    public string NameOf(FragmentSpreadSyntax spread, ValueBinder around)
    {
        if (!fragments.TryGetValue(spread.Name.Value, out var fragment))
            return spread.Name.Value;
        if (fragment.VariableDefinitions.Count == 0)
            return Find(fragment.Name.Value, fragment, NoValues);
        var values = Bind(spread, fragment, around);
        return work.Problem is null ? Find(Call(fragment, values), fragment, values) : spread.Name.Value;
    }

    internal static IReadOnlyDictionary<string, BoundValue> NoValues { get; } = new Dictionary<string, BoundValue>();

    private string Find(string call, FragmentDefinitionSyntax fragment, IReadOnlyDictionary<string, BoundValue> values)
    {
        if (!_byCall.TryGetValue(call, out var variant))
        {
            var isFirst = _met.Add(fragment);
            if (!isFirst)
                work.Add(call.Length, fragment);
            variant = new FragmentVariant(fragment, isFirst ? fragment.Name.Value : NextName(fragment.Name.Value), values, isFirst);
            _byCall.Add(call, variant);
            Pending.Enqueue(variant);
        }

        return variant.Name;
    }

    private string NextName(string name)
    {
        var number = _numbers.TryGetValue(name, out var last) ? last : 1;
        while (!_names.Add($"{name}_{++number}"))
        {
            // One of the documents defines it.
        }

        _numbers[name] = number;
        return $"{name}_{number}";
    }

    private Dictionary<string, BoundValue> Bind(FragmentSpreadSyntax spread, FragmentDefinitionSyntax fragment, ValueBinder around)
    {
        var values = new Dictionary<string, BoundValue>(StringComparer.Ordinal);
        var arguments = new Dictionary<string, ArgumentSyntax>(StringComparer.Ordinal);
        foreach (var argument in spread.Arguments)
        {
            if (arguments.ContainsKey(argument.Name.Value))
                work.Stop($"There can be only one argument named \"{argument.Name.Value}\".", argument);
            arguments[argument.Name.Value] = argument;
        }

        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var variable in fragment.VariableDefinitions)
        {
            var name = variable.Variable.Name.Value;
            if (!met.Add(name))
                work.Stop($"There can be only one variable named \"${name}\" in fragment \"{fragment.Name.Value}\".", variable);
            else if (Value(variable, arguments.TryGetValue(name, out var given) ? given : null, fragment, around) is { } value)
                values.Add(name, value);
        }

        return values;
    }

    private BoundValue? Value(VariableDefinitionSyntax variable, ArgumentSyntax? argument, FragmentDefinitionSyntax fragment, ValueBinder around)
    {
        var given = argument is null ? null : around.Bind(argument.Value);
        if (given?.Value is VariableSyntax forwarded && variable.DefaultValue is { } fallback && operation.MayBeAbsent(forwarded.Name.Value))
            work.Stop(
                $"\"${forwarded.Name.Value}\" may be left out, and then the default value of \"${variable.Variable.Name.Value}\" in fragment "
                + $"\"{fragment.Name.Value}\" would count, which the document that is sent cannot say. Give \"${forwarded.Name.Value}\" a default in "
                + "the "
                + $"operation, such as = {ValueText.Of(fallback)}, or a type that is not null.",
                argument!);
        return given ?? (variable.DefaultValue is { } value ? around.Bind(value) : null);
    }

    // The lengths make two different sets of arguments different texts.
    private static string Call(FragmentDefinitionSyntax fragment, Dictionary<string, BoundValue> values)
    {
        var call = new StringBuilder(fragment.Name.Value);
        foreach (var variable in fragment.VariableDefinitions)
        {
            if (values.TryGetValue(variable.Variable.Name.Value, out var value))
                call.Append(' ').Append(variable.Variable.Name.Value).Append(':').Append(value.Text.Length).Append(':').Append(value.Text);
        }

        return call.ToString();
    }
}
