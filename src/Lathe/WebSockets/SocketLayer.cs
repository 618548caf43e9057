using Lathe.Transport;

namespace Lathe.WebSockets;

/// <summary>Puts sockets over a client's other carriers.</summary>
internal sealed class SocketLayer(SocketPool pool) : ICarrierLayer
{
    public CarrierOrder Order => CarrierOrder.Sockets;

    public ICarrier Over(ICarrier inner, HttpCarrier http) => new SocketCarrier(pool, inner);
}
