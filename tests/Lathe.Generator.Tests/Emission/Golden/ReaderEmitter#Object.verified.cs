internal static class Json
{
	private static readonly global::Lathe.Json.JsonNames s_Machine = new("id speed owner tags rows owners mode"u8);
	internal static Machine ReadMachine(ref global::Lathe.Json.JsonCursor json)
	{
		string _Id = default!;
		double? _Speed = default!;
		Owner? _Owner = default!;
		global::System.Collections.Generic.IReadOnlyList<string> _Tags = default!;
		global::System.Collections.Generic.IReadOnlyList<global::System.Collections.Generic.IReadOnlyList<int?>>? _Rows = default!;
		global::System.Collections.Generic.IReadOnlyList<Owner> _Owners = default!;
		Mode? _Mode = default!;
		ulong seen = 0;
		for (var name = json.StartObject("{\"id\":"u8, s_Machine); ; name = json.NextName(s_Machine, seen)) switch (name)
		{
			case 0: _Id = json.ReadId(); seen |= 1UL << 0; if (json.TryReadName(",\"speed\":"u8)) goto case 1; break;
			case 1: _Speed = json.TryReadNull() ? null : json.ReadDouble(); if (json.TryReadName(",\"owner\":"u8)) goto case 2; break;
			case 2: _Owner = json.TryReadNull() ? null : Json.ReadOwner(ref json); if (json.TryReadName(",\"tags\":"u8)) goto case 3; break;
			case 3: _Tags = json.ReadList<string>(static (ref global::Lathe.Json.JsonCursor json) => json.ReadString()); seen |= 1UL << 3; if (json.TryReadName(",\"rows\":"u8)) goto case 4; break;
			case 4: _Rows = json.TryReadNull() ? null : json.ReadList<global::System.Collections.Generic.IReadOnlyList<int?>>(static (ref global::Lathe.Json.JsonCursor json) => json.ReadList<int?>(static (ref global::Lathe.Json.JsonCursor json) => json.TryReadNull() ? null : json.ReadInt32())); if (json.TryReadName(",\"owners\":"u8)) goto case 5; break;
			case 5: _Owners = json.ReadList<Owner>(Json.ReadOwner); seen |= 1UL << 5; if (json.TryReadName(",\"mode\":"u8)) goto case 6; break;
			case 6: _Mode = json.TryReadNull() ? null : json.ReadEnum<Mode>(); if (json.TryEndObject()) goto case -1; break;
			case -1: json.Require(s_Machine, seen, 0x29UL); return new() { Id = _Id, Speed = _Speed, Owner = _Owner, Tags = _Tags, Rows = _Rows, Owners = _Owners, Mode = _Mode };
			default: json.SkipValue(); break;
		}
	}

	private static readonly global::Lathe.Json.JsonNames s_Owner = new("login"u8);
	internal static Owner ReadOwner(ref global::Lathe.Json.JsonCursor json)
	{
		string _Login = default!;
		ulong seen = 0;
		for (var name = json.StartObject("{\"login\":"u8, s_Owner); ; name = json.NextName(s_Owner, seen)) switch (name)
		{
			case 0: _Login = json.ReadString(); seen |= 1UL << 0; if (json.TryEndObject()) goto case -1; break;
			case -1: json.Require(s_Owner, seen, 0x1UL); return new() { Login = _Login };
			default: json.SkipValue(); break;
		}
	}
}
