using Lathe.Language.Syntax;

namespace Lathe.Language.Validation.Fragments;

/// <summary>The variables that fragments have of their own: fragment arguments, which no edition of the specification has yet.</summary>
internal static class FragmentVariables
{
    /// <summary>Tells whether a value names a variable of the fragment around it.</summary>
    public static bool AreIn(ValueSyntax value) => value switch
    {
        VariableSyntax variable => variable.Fragment is not null,
        ListValueSyntax list => list.Values.Any(AreIn),
        ObjectValueSyntax fields => fields.Fields.Any(static field => AreIn(field.Value)),
        _ => false,
    };
}
