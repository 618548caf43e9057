using System.ComponentModel;
using Lathe.Json;
using Lathe.Requests;

namespace Lathe;

/// <summary>
/// The base of generated input objects and variables. Two of a type are equal when they send the same. <see cref="ToString"/> shows what was set.
/// </summary>
public abstract class InputObject : IGraphQLInput
{
    /// <summary>Writes each member that was set. Generated code implements it.</summary>
    /// <param name="json">A writer within the object.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract void WriteMembers(InputWriter json);

    /// <summary>Gets whether another input sends the same. One that cannot be sent is equal to itself alone.</summary>
    /// <param name="obj">The other input, or null.</param>
    /// <returns>Whether they are equal.</returns>
    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj) || (obj is InputObject other && other.GetType() == GetType() && InputText.AreEqual(this, other));

    /// <summary>Gets a hash of the type: the members may change while the input is the key of a table.</summary>
    /// <returns>The hash.</returns>
    public override int GetHashCode() => GetType().GetHashCode();

    /// <summary>Writes what was set, at most a screen of it; what the names call a key, a token or a password is hidden.</summary>
    /// <returns>Such as <c>MachineFilter { name: "Spindle", apiKey: (hidden) }</c>.</returns>
    public override string ToString() => InputText.Of(this);

    /// <summary>Makes another that sends the same; inputs within it are shared.</summary>
    internal InputObject Copy() => (InputObject)MemberwiseClone();

    void IGraphQLInput.WriteMembers(InputWriter json) => WriteMembers(json);
}
