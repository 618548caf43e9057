using Lathe.Generator.Model;

namespace Lathe.Generator.Emission;

/// <summary>Writes the record of a result, or its class; an abstract one with its cases.</summary>
internal static class ResultEmitter
{
    /// <summary>Writes a record.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="client">The client, which says what results are.</param>
    /// <param name="result">The record.</param>
    /// <param name="accessibility">The record's accessibility.</param>
    /// <param name="documented">Whether properties carry descriptions; those of a fragment are on its interface.</param>
    /// <param name="container">Where the cases of an abstract record are, as a name with its dot; empty beside the record.</param>
    /// <param name="text">The declaration of a fragment's text; null for other records.</param>
    public static void Emit(
        CodeWriter writer, ClientModel client, ResultModel result, string accessibility, bool documented, string container = "", string? text = null)
    {
        if (result is ObjectModel record)
            EmitRecord(writer, client, record, accessibility, documented, text);
        else if (result is AbstractModel all)
            EmitAbstract(writer, client, all, accessibility, documented, container, text);
    }

    /// <summary>Writes the cases of an abstract record; nothing for others.</summary>
    public static void EmitCases(CodeWriter writer, ClientModel client, ResultModel result, bool documented)
    {
        if (result is not AbstractModel all)
            return;
        foreach (var one in all.Cases)
        {
            writer.Line();
            EmitRecord(writer, client, one, "public", documented);
        }

        writer.Line();
        EmitRecord(writer, client, all.Other, "public", documented);
    }

    private static void EmitAbstract(
        CodeWriter writer, ClientModel client, AbstractModel all, string accessibility, bool documented, string container, string? text)
    {
        EmitDiscriminators(writer, all, container);
        // The compiler knows all cases of a closed type.
        var modifier = client.HasClosedRecords ? "closed" : "abstract";
        using (writer.Open($"{accessibility} {modifier} partial {Declared(client, all, null)}"))
        {
            writer.Line($"private protected {all.Name}() {{ }}");
            var properties = all.Fields.Where(static field => !field.IsHidden);
            EmitProperties(writer, all, properties, documented);
            EmitExplicitMembers(writer, all);
            if (text is not null)
                writer.Line(text);
            EmitHidden(writer, client, properties);
        }
    }

    // System.Text.Json keeps which case a value is; the name of the record serves types that the schema did not have, too.
    private static void EmitDiscriminators(CodeWriter writer, AbstractModel all, string container)
    {
        writer.Line("[global::System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = \"__typename\")]");
        foreach (var one in all.Cases.Append(all.Other))
            writer.Line($"[global::System.Text.Json.Serialization.JsonDerivedType(typeof({container}{one.Name}), \"{one.Name}\")]");
    }

    private static void EmitRecord(
        CodeWriter writer, ClientModel client, ObjectModel record, string accessibility, bool documented, string? text = null)
    {
        var isFallback = record is { BaseClrName: not null, TypeNames.Count: 0 };
        writer.Summary(isFallback ? "Any other type, also one that the schema did not have." : null);
        var declaration = $"{accessibility} sealed partial {Declared(client, record, record.BaseClrName)}";
        var properties = record.Fields.Where(static field => !field.IsHidden && !field.IsInherited);
        if (record is { BaseClrName: not null, HasProperties: false })
        {
            writer.Line(declaration + (client.HasResultClasses ? " { }" : ";"));
            return;
        }

        using (writer.Open(declaration))
        {
            EmitProperties(writer, record, properties, documented);
            EmitExplicitMembers(writer, record);
            EmitHidden(writer, client, properties);
            ObjectReaderEmitter.Emit(writer, record);
            if (text is not null)
                writer.Line(text);
        }
    }

    private static void EmitProperties(CodeWriter writer, ResultModel result, IEnumerable<FieldModel> fields, bool documented)
    {
        foreach (var field in fields)
        {
            writer.Summary(documented ? field.Description : null).Obsolete(field.DeprecationReason);
            PropertyEmitter.Emit(writer, field, isBase: result is AbstractModel);
        }

        CaughtFields.EmitSlot(writer, result);
    }

    private static void EmitExplicitMembers(CodeWriter writer, ResultModel result)
    {
        foreach (var member in result.Interfaces.SelectMany(static one => one.ExplicitMembers))
            EmitExplicitMember(writer, member);
    }

    /// <summary>Writes a member of an interface that hands out a property of the type that it stands in.</summary>
    public static void EmitExplicitMember(CodeWriter writer, ExplicitMember member)
    {
        var type = ResultTypes.Name(member.Type, member.Type.IsNullable || member.IsConditional);
        writer.Line($"{type} {member.InterfaceClrName}.{member.MemberName} => this.{member.PropertyName}{Cast(member)};");
    }

    // A struct of a record is not one of the interface that the record implements.
    private static string Cast(ExplicitMember member) =>
        member.Type is FieldResultTypeModel { Value: var value } && ResultTypes.Leaf(value) is ResultTypeModel { IsView: true }
            ? $"{(member.IsOwnConditional ? "?" : "")}.Cast<{ResultTypes.Name(value)}>()"
            : "";

    // Only records show their members.
    private static void EmitHidden(CodeWriter writer, ClientModel client, IEnumerable<FieldModel> properties)
    {
        if (!client.HasResultClasses)
            HiddenMembersEmitter.Emit(writer, properties);
    }

    private static string Declared(ClientModel client, ResultModel result, string? baseName)
    {
        var (keyword, root) = client.HasResultClasses ? ("class", "ResultObject") : ("record", "ResultRecord");
        var interfaces = result.Interfaces.Where(static one => one.IsNamed).Select(static one => one.ClrName);
        return $"{keyword} {result.Name} : {string.Join(", ", interfaces.Prepend(baseName ?? "global::Lathe." + root))}";
    }
}
