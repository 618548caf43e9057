using Lathe.Language.TypeSystem;

namespace Lathe.Language.Changes.Rules;

/// <summary>The default of an argument or input field is another value; the same value in other words is no change.</summary>
internal sealed class DefaultValueRule : ChangeRule
{
    private const int LongestInMessage = 300;

    public override void CompareInputs(ChangeContext context, MemberPair<InputValueDefinition> pair)
    {
        // When the type changes, the values cannot be the same, so its change is enough.
        if (pair is not { Old: { } old, New: { } @new } || !TypeChanges.IsSafeInput(old.Type, @new.Type))
            return;
        var before = old.DefaultValue is { } oldValue ? DefaultValues.Write(context.Old, old.Type, oldValue) : null;
        var after = @new.DefaultValue is { } newValue ? DefaultValues.Write(context.New, @new.Type, newValue) : null;
        if (before == after)
            return;
        var code = pair.At.Kind == SchemaCoordinateKind.InputField ? "INPUT_FIELD_DEFAULT_VALUE" : "ARG_DEFAULT_VALUE";
        if (before is null)
            context.Safe(code + "_ADDED", pair, $"{pair.At} got the default value {Short(after!)}.");
        else if (after is null)
            context.Dangerous(code + "_CHANGE", pair, $"{pair.At} lost its default value {Short(before)}.");
        else
            context.Dangerous(code + "_CHANGE", pair, $"{pair.At} changed its default value from {Short(before)} to {Short(after)}.");
    }
    private static string Short(string value) => value.Length > LongestInMessage ? value.Substring(0, LongestInMessage) + "..." : value;
}
