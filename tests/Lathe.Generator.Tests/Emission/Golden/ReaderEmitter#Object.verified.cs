public sealed partial record Machine
{
	public required string Id { get; init; }
	public double? Speed { get; init; }
	public Owner? Owner { get; init; }
	public required global::System.Collections.Generic.IReadOnlyList<string> Tags { get; init; }
	public global::System.Collections.Generic.IReadOnlyList<global::System.Collections.Generic.IReadOnlyList<int?>>? Rows { get; init; }
	public required global::System.Collections.Generic.IReadOnlyList<Owner> Owners { get; init; }
	public Mode? Mode { get; init; }

	public Machine() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal Machine(ref global::Lathe.Json.JsonCursor json)
	{
		for (var i = json.StartObject("{\"id\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen)) switch (i)
		{
			case 0: Id = json.ReadId(); if (json.TryNext(",\"speed\":"u8, 0)) goto case 1; break;
			case 1: Speed = json.TryReadNull() ? null : json.ReadDouble(); if (json.TryNext(",\"owner\":"u8, 1)) goto case 2; break;
			case 2: Owner = json.TryReadNull() ? null : new(ref json); if (json.TryNext(",\"tags\":"u8, 2)) goto case 3; break;
			case 3: Tags = json.ReadList<string>(static (ref global::Lathe.Json.JsonCursor json) => json.ReadString()); if (json.TryNext(",\"rows\":"u8, 3)) goto case 4; break;
			case 4: Rows = json.TryReadNull() ? null : json.ReadList<global::System.Collections.Generic.IReadOnlyList<int?>>(static (ref global::Lathe.Json.JsonCursor json) => json.ReadList<int?>(static (ref global::Lathe.Json.JsonCursor json) => json.TryReadNull() ? null : json.ReadInt32())); if (json.TryNext(",\"owners\":"u8, 4)) goto case 5; break;
			case 5: Owners = json.ReadList<Owner>(static (ref global::Lathe.Json.JsonCursor json) => new(ref json)); if (json.TryNext(",\"mode\":"u8, 5)) goto case 6; break;
			case 6: Mode = json.TryReadNull() ? null : json.ReadEnum<Mode>(); if (json.TryEnd(i, 6)) return; break;
		}
	}
	static readonly global::Lathe.Json.JsonNames s_names = new("id speed? owner? tags rows? owners mode?"u8);
}

public sealed partial record Owner
{
	public required string Login { get; init; }

	public Owner() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal Owner(ref global::Lathe.Json.JsonCursor json)
	{
		for (var i = json.StartObject("{\"login\":"u8, s_names, out var seen); i >= 0; i = json.NextName(s_names, i, ref seen)) switch (i)
		{
			case 0: Login = json.ReadString(); if (json.TryEnd(i, 0)) return; break;
		}
	}
	static readonly global::Lathe.Json.JsonNames s_names = new("login"u8);
}

