using Lathe.Generator.Model;
using Lathe.Language.Configuration;

namespace Lathe.Generator.Emission;

/// <summary>Writes how a record shows its members, where the name of one says that it is a secret; nothing for all other records.</summary>
internal static class HiddenMembersEmitter
{
    // The run time's names for secret variables, without those that are rarely secret in an answer, such as "key".
    private static readonly string[] s_words =
        ["password", "passphrase", "passwd", "token", "jwt", "secret", "apikey", "accesskey", "privatekey", "authorization", "credential"];

    /// <summary>Writes the method.</summary>
    /// <param name="writer">Within the record.</param>
    /// <param name="fields">The members that the record declares itself.</param>
    public static void Emit(CodeWriter writer, IEnumerable<FieldModel> fields)
    {
        var members = fields.ToList();
        if (!members.Exists(IsSecret))
            return;
        writer.Line();
        using (writer.Open("protected override bool PrintMembers(global::System.Text.StringBuilder builder)"))
        {
            writer.Line("if (base.PrintMembers(builder)) builder.Append(\", \");");
            for (var i = 0; i < members.Count; i++)
            {
                var start = $"builder.Append(\"{(i == 0 ? "" : ", ")}{members[i].PropertyName} = ";
                writer.Line(IsSecret(members[i]) ? start + "(hidden)\");" : $"{start}\").Append(this.{members[i].PropertyName});");
            }

            writer.Line("return true;");
        }
    }

    // A record, an enum or a list of records that is named so shows its own members.
    private static bool IsSecret(FieldModel field)
    {
        if (ResultTypes.Leaf(field.Type) is not ScalarTypeModel { Scalar.Kind: not (ScalarKind.Int or ScalarKind.Boolean or ScalarKind.Double) })
            return false;
        var name = field.PropertyName.Replace("_", "").TrimEnd('s');
        return Array.Exists(s_words, word => name.EndsWith(word, StringComparison.OrdinalIgnoreCase));
    }
}
