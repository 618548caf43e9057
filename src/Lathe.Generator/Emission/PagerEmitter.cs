using Lathe.Generator.Binding;
using Lathe.Generator.Model;
using Lathe.Language.Paging;

namespace Lathe.Generator.Emission;

/// <summary>Writes what finds the pages of an operation in its answers. The loop is in the run time.</summary>
internal static class PagerEmitter
{
    private const string Runtime = "global::Lathe.Paging";

    /// <summary>Writes the operation's pager; nothing where it does not page.</summary>
    public static void Emit(CodeWriter writer, OperationModel operation)
    {
        if (operation.Pager is not { } pager)
            return;
        // Within its static class a record needs no more than its name.
        var item = Within(ItemOf(pager), Qualified(operation) + ".", "");
        var cursor = ResultTypes.Name(pager.Cursor, isNullable: true);
        var variable = pager.Variable.PropertyName;
        // A variable that is always sent is not nullable.
        var value = pager.Variable.Presence == InputPresence.Required && cursor != "string?" ? "cursor.GetValueOrDefault()" : "cursor";
        // Methods: for lambdas the compiler makes a class with an instance, an initializer and fields.
        var type = $"{Runtime}.Pager<Data, Variables, {item}, {cursor}>";
        writer.Line($"internal static readonly {type} {PagerBinder.MemberName} = new(FindPage, MoveCursor);")
            .Line($"static {Runtime}.Page<{item}, {cursor}> FindPage(Data data, Variables sent) => {Page(pager, item, cursor)};")
            .Line($"static {cursor} MoveCursor(Variables sent, bool moves, {cursor} cursor) => "
                + $"moves ? sent.{variable} = {value} : sent.{variable};");
    }

    /// <summary>Returns the type of an item as the client's methods name it.</summary>
    public static string Item(OperationModel operation, PagerModel pager) =>
        Within(ItemOf(pager), Qualified(operation) + ".", operation.ClassName + ".");

    private static string Qualified(OperationModel operation) => ClientContext.Qualify(operation.Client, operation.ClassName);

    private static string Within(string type, string prefix, string shorter) =>
        type.StartsWith(prefix, StringComparison.Ordinal) ? shorter + type.Substring(prefix.Length) : type;

    private static string ItemOf(PagerModel pager) => ResultTypes.Name(pager.Item, isNullable: pager.Item.IsNullable && !IsReference(pager.Item));

    private static string Page(PagerModel pager, string item, string cursor) => Page(pager, item, cursor, "data", 0);

    // Each list on the way joins the pages of its items.
    private static string Page(PagerModel pager, string item, string cursor, string from, int start)
    {
        var list = start;
        while (list < pager.Path.Count - 1 && pager.Path[list].ListItem is null)
            list++;
        if (list == pager.Path.Count - 1)
            return Page(pager, item, cursor, Access(from, pager.Path.Skip(start)), pager.Path.Skip(start).Any(IsUnsure));
        var owner = $"owner{(start == 0 ? "" : start)}";
        var type = ResultTypes.Name(pager.Path[list].ListItem!, isNullable: false);
        var owners = Access(from, pager.Path.Skip(start).Take(list - start + 1));
        return $"{Runtime}.Pages.Join<{type}, {item}, {cursor}>({owners}, {owner} => {Page(pager, item, cursor, owner, list + 1)})";
    }

    private static string Page(PagerModel pager, string item, string cursor, string field, bool isNullable) => pager.Kind switch
    {
        PagerKind.Offset => $"{Runtime}.Pages.AtOffset({Items(pager, field, isNullable)}, sent.{pager.Variable.PropertyName}"
            + (pager.HasMore.Count == 0 ? ")" : $", {Access(field, pager.HasMore, isNullable)})"),
        PagerKind.Keyset =>
            $"{Runtime}.Pages.BehindKey<{item}, {cursor}>({Items(pager, field, isNullable)}, static one => {Access("one", pager.Next)})",
        _ => $"{field} is {{ }} page ? new({Items(pager, "page")}, {Access("page", pager.HasMore)}, {Access("page", pager.Next)}) : default",
    };

    private static string Items(PagerModel pager, string field, bool isNullable = false) => pager.Items.Count < 2
        ? Access(field, pager.Items, isNullable)
        : $"{Runtime}.Pages.Nodes({Access(field, pager.Items.Take(1), isNullable)}, static edge => {Access("edge", pager.Items.Skip(1))})";

    private static bool IsUnsure(PagerStep step) => step.CaseClrName is not null || step.IsNullable;

    private static string Access(string from, IEnumerable<PagerStep> steps, bool isNullable = false)
    {
        var text = from;
        foreach (var step in steps)
        {
            var owner = step.CaseClrName is null ? text : $"({text} as {step.CaseClrName})";
            text = $"{owner}{(isNullable || step.CaseClrName is not null ? "?" : "")}.{step.PropertyName}";
            isNullable = step.IsNullable;
        }

        return text;
    }

    private static bool IsReference(TypeModel type) =>
        type is ResultTypeModel or ListTypeModel || (type is ScalarTypeModel { Scalar: var scalar } && ScalarTypes.IsReference(scalar.Kind));
}
