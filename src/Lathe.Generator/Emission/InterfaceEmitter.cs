using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the interface of a fragment, or of a selection within one.</summary>
internal static class InterfaceEmitter
{
    public static void Emit(CodeWriter writer, InterfaceModel type, string accessibility)
    {
        var bases = type.Bases.Count == 0 ? "" : " : " + string.Join(", ", type.Bases);
        using (writer.Open($"{accessibility} partial interface {type.Name}{bases}"))
        {
            foreach (var member in type.Members)
            {
                var hides = type.Redeclared.Contains(member.PropertyName) ? "new " : "";
                writer.Summary(member.Description).Obsolete(member.DeprecationReason);
                writer.Line($"{hides}{ResultTypes.Name(member.Type, member.IsNullable)} {member.PropertyName} {{ get; }}");
            }

            // Then a record that implements a chain of interfaces has code for the first one alone.
            foreach (var member in type.ExplicitMembers)
                ResultEmitter.EmitExplicitMember(writer, member);
        }
    }
}
