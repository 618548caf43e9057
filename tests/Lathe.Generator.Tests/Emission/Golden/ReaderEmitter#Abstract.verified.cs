[global::System.Text.Json.Serialization.JsonPolymorphic(TypeDiscriminatorPropertyName = "__typename")]
[global::System.Text.Json.Serialization.JsonDerivedType(typeof(NodeIssue), "NodeIssue")]
[global::System.Text.Json.Serialization.JsonDerivedType(typeof(NodeUser), "NodeUser")]
[global::System.Text.Json.Serialization.JsonDerivedType(typeof(NodeOther), "NodeOther")]
public abstract partial record Node : global::Lathe.ResultRecord
{
	private protected Node() { }
}

public sealed partial record NodeIssue : Node
{
	public required string Title { get; init; }

	public NodeIssue() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal NodeIssue(ref global::Lathe.Json.JsonCursor j)
	{
		for (var i = j.Start(s_NodeIssue, out var seen); i >= 0; i = j.Next(s_NodeIssue, i, ref seen)) switch (i)
		{
		case 0: j.SkipValue(); break;
		case 1: Title = j.ReadString(); break;
		}
	}
}

public sealed partial record NodeUser : Node
{
	public required string Login { get; init; }

	public NodeUser() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal NodeUser(ref global::Lathe.Json.JsonCursor j)
	{
		for (var i = j.Start(s_NodeUser, out var seen); i >= 0; i = j.Next(s_NodeUser, i, ref seen)) switch (i)
		{
		case 0: j.SkipValue(); break;
		case 1: Login = j.ReadString(); break;
		}
	}
}

/// <summary>Any other type, also one that the schema did not have.</summary>
public sealed partial record NodeOther : Node;

static readonly global::Lathe.Json.JsonNames
	s_NodeIssue = "__typename? title"u8,
	s_NodeUser = "__typename? login"u8;

internal static class Json
{
	static readonly global::Lathe.Json.JsonNames s_Node = "Issue Task User"u8;
	internal static Node ReadNode(ref global::Lathe.Json.JsonCursor j) => j.PeekTypeName(s_Node) switch
	{
		>= 0 and <= 1 => new NodeIssue(ref j),
		2 => new NodeUser(ref j),
		_ => j.SkipObject(new NodeOther()),
	};
}
