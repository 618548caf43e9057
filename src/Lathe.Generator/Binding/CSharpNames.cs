namespace Lathe.Generator.Binding;

/// <summary>Makes C# names of GraphQL names. GraphQL names are ASCII letters, digits and underscores.</summary>
internal static class CSharpNames
{
    private static readonly string[] s_objectMembers =
    [
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
    ];

    private static readonly string[] s_recordMembers = ["Clone", "EqualityContract", "PrintMembers"];

    /// <summary>Gets the names that no generated record or enum can have: each has a member of that name.</summary>
    public static IReadOnlyList<string> MembersOfRecords { get; } = [.. s_objectMembers, .. s_recordMembers];

    /// <summary>Gets the members of every generated enum.</summary>
    public static IReadOnlyList<string> EnumMembers { get; } = ["Known", "KnownValues", "Text", "TryParse", "Value"];

    /// <summary>The member of every generated input beside those of each object.</summary>
    public const string InputMember = "WriteMembers";

    private static readonly HashSet<string> s_inClasses = new(s_objectMembers, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_inRecords = new(MembersOfRecords, StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue",
        "decimal", "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally",
        "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock",
        "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private", "protected", "public",
        "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch",
        "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void",
        "volatile", "while",
    };

    /// <summary>The name of a type: <c>machine_bool_exp</c> becomes <c>MachineBoolExp</c>.</summary>
    public static string Type(string name) => Pascal(name, lowerCapitals: name.Contains('_') && !name.Any(char.IsLower));

    /// <summary>The name of a member: <c>_is_null</c> becomes <c>IsNull</c>, <c>NON_CONFORM</c> becomes <c>NonConform</c>.</summary>
    public static string Member(string name) =>
        name == "__typename" ? "TypeName" : Pascal(name, lowerCapitals: !name.Any(char.IsLower));

    /// <summary>The name of a parameter or of what follows the underscore of a private field, for a member's name.</summary>
    public static string Camel(string memberName) =>
        char.ToLowerInvariant(memberName[0]).ToString() + memberName.Substring(1);

    /// <summary>An identifier as written in code.</summary>
    public static string Escape(string identifier) => s_keywords.Contains(identifier) ? "@" + identifier : identifier;

    /// <summary>A namespace as written in code.</summary>
    public static string EscapeNamespace(string name) => string.Join(".", name.Split('.').Select(Escape));

    /// <summary>
    /// A scope for what C# declares members of its own beside: the properties of a record, and records themselves, which can't be named as a member
    /// of theirs.
    /// </summary>
    public static NameScope RecordScope(params string[] reserved) => new(s_inRecords, reserved);

    /// <summary>A scope for the members of a class.</summary>
    public static NameScope ClassScope(params string[] reserved) => new(s_inClasses, reserved);

    /// <summary>Takes a member's name; what is reserved gets the suffix <c>Value</c>.</summary>
    public static string TakeMember(NameScope scope, string name)
    {
        var member = Member(name);
        return scope.Take(member, member + "Value");
    }

    private static string Pascal(string name, bool lowerCapitals)
    {
        var letters = new char[name.Length + 1];
        var length = 0;
        var isFirst = true;
        foreach (var letter in name)
        {
            if (length == 0 && char.IsDigit(letter))
                letters[length++] = '_';
            if (letter != '_')
                letters[length++] = isFirst ? char.ToUpperInvariant(letter) : lowerCapitals ? char.ToLowerInvariant(letter) : letter;
            isFirst = letter == '_';
        }

        return length == 0 ? "Underscore" : new string(letters, 0, length);
    }
}
