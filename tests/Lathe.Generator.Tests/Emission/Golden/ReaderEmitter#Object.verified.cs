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
	internal Machine(ref global::Lathe.Json.JsonCursor j)
	{
		for (var i = j.Start("{\"id\":"u8, s_names, out var seen); i >= 0; i = j.NextName(s_names, i, ref seen)) switch (i)
		{
		case 0: Id = j.ReadId(); if (j.Next(",\"speed\":"u8, 0)) goto case 1; break;
		case 1: Speed = j.TryReadNull() ? null : j.ReadDouble(); if (j.Next(",\"owner\":"u8, 1)) goto case 2; break;
		case 2: Owner = j.TryReadNull() ? null : new(ref j); if (j.Next(",\"tags\":"u8, 2)) goto case 3; break;
		case 3: Tags = j.ReadList<string>(static (ref global::Lathe.Json.JsonCursor j) => j.ReadString()); if (j.Next(",\"rows\":"u8, 3)) goto case 4; break;
		case 4: Rows = j.ReadListOrNull<global::System.Collections.Generic.IReadOnlyList<int?>>(static (ref global::Lathe.Json.JsonCursor j) => j.ReadList<int?>(static (ref global::Lathe.Json.JsonCursor j) => j.TryReadNull() ? null : j.ReadInt32())); if (j.Next(",\"owners\":"u8, 4)) goto case 5; break;
		case 5: Owners = j.ReadList<Owner>(static (ref global::Lathe.Json.JsonCursor j) => new(ref j)); if (j.Next(",\"mode\":"u8, 5)) goto case 6; break;
		case 6: Mode = j.ReadEnumOrNull<Mode>(); if (j.End(i, 6)) return; break;
		}
	}
	static readonly global::Lathe.Json.JsonNames s_names = "id speed? owner? tags rows? owners mode?"u8;
}

public sealed partial record Owner
{
	public required string Login { get; init; }

	public Owner() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal Owner(ref global::Lathe.Json.JsonCursor j)
	{
		for (var i = j.Start("{\"login\":"u8, s_names, out var seen); i >= 0; i = j.NextName(s_names, i, ref seen)) switch (i)
		{
		case 0: Login = j.ReadString(); if (j.End(i, 0)) return; break;
		}
	}
	static readonly global::Lathe.Json.JsonNames s_names = "login"u8;
}
