public sealed partial record Machine : global::Lathe.ResultRecord
{
	public required string Id { get; init; }
	public double? Speed { get; init; }
	public Owner? Owner { get; init; }
	public required global::Lathe.ResultList<string> Tags { get; init; }
	public global::Lathe.ResultList<global::Lathe.ResultList<int?>>? Rows { get; init; }
	public required global::Lathe.ResultList<Owner> Owners { get; init; }
	public Mode? Mode { get; init; }

	public Machine() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal Machine(ref global::Lathe.Json.JsonCursor j)
	{
		for (var i = j.Start(s_Machine, out var seen); i >= 0; i = j.Next(s_Machine, i, ref seen)) switch (i)
		{
		case 0: Id = j.ReadId(); break;
		case 1: Speed = j.TryReadNull() ? null : j.ReadDouble(); break;
		case 2: Owner = j.TryReadNull() ? null : new(ref j); break;
		case 3: Tags = j.ReadList<string>(static (ref global::Lathe.Json.JsonCursor j) => j.ReadString()); break;
		case 4: Rows = j.ReadListOrNull<global::Lathe.ResultList<int?>>(static (ref global::Lathe.Json.JsonCursor j) => j.ReadList<int?>(static (ref global::Lathe.Json.JsonCursor j) => j.TryReadNull() ? null : j.ReadInt32())); break;
		case 5: Owners = j.ReadList<Owner>(static (ref global::Lathe.Json.JsonCursor j) => new(ref j)); break;
		case 6: Mode = j.ReadEnumOrNull<Mode>(); break;
		}
	}
}

public sealed partial record Owner : global::Lathe.ResultRecord
{
	public required string Login { get; init; }

	public Owner() { }
	[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
	internal Owner(ref global::Lathe.Json.JsonCursor j)
	{
		j.StartOnly("login"u8);
		Login = j.ReadString();
		j.EndOnly("login"u8);
	}
}

static readonly global::Lathe.Json.JsonNames
	s_Machine = "id speed? owner? tags rows? owners mode?"u8;
