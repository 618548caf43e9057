internal static class Json
{
	private static readonly global::Lathe.Json.JsonNames s_Node = new("Issue Task User"u8);

	internal static Node ReadNode(ref global::Lathe.Json.JsonCursor json) => json.PeekTypeName(s_Node) switch
	{
	    >= 0 and <= 1 => Case0OfNode(ref json),
	    2 => Case1OfNode(ref json),
	    _ => OtherOfNode(ref json),
	};

	private static readonly global::Lathe.Json.JsonNames s_Case0OfNode = new("__typename title"u8);
	private static NodeIssue Case0OfNode(ref global::Lathe.Json.JsonCursor json)
	{
		string _Title = default!;
		ulong seen = 0;
		for (var name = json.StartObject("{\"__typename\":"u8, s_Case0OfNode); ; name = json.NextName(s_Case0OfNode, seen)) switch (name)
		{
			case 0: json.SkipValue(); if (json.TryReadName(",\"title\":"u8)) goto case 1; break;
			case 1: _Title = json.ReadString(); seen |= 1UL << 1; if (json.TryEndObject()) goto case -1; break;
			case -1: json.Require(s_Case0OfNode, seen, 0x2UL); return new() { Title = _Title };
			default: json.SkipValue(); break;
		}
	}

	private static readonly global::Lathe.Json.JsonNames s_Case1OfNode = new("__typename login"u8);
	private static NodeUser Case1OfNode(ref global::Lathe.Json.JsonCursor json)
	{
		string _Login = default!;
		ulong seen = 0;
		for (var name = json.StartObject("{\"__typename\":"u8, s_Case1OfNode); ; name = json.NextName(s_Case1OfNode, seen)) switch (name)
		{
			case 0: json.SkipValue(); if (json.TryReadName(",\"login\":"u8)) goto case 1; break;
			case 1: _Login = json.ReadString(); seen |= 1UL << 1; if (json.TryEndObject()) goto case -1; break;
			case -1: json.Require(s_Case1OfNode, seen, 0x2UL); return new() { Login = _Login };
			default: json.SkipValue(); break;
		}
	}

	private static readonly global::Lathe.Json.JsonNames s_OtherOfNode = new("__typename"u8);
	private static NodeOther OtherOfNode(ref global::Lathe.Json.JsonCursor json)
	{
		for (var name = json.StartObject("{\"__typename\":"u8, s_OtherOfNode); ; name = json.NextName(s_OtherOfNode)) switch (name)
		{
			case 0: json.SkipValue(); if (json.TryEndObject()) goto case -1; break;
			case -1: return new();
			default: json.SkipValue(); break;
		}
	}
}
