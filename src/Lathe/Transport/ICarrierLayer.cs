namespace Lathe.Transport;

/// <summary>
/// A way of sending that a client asks for, over plain HTTP. Only what registers a layer names its code, so a program without it neither links nor
/// runs any of it.
/// </summary>
internal interface ICarrierLayer
{
    /// <summary>Gets where it stands.</summary>
    CarrierOrder Order { get; }

    /// <summary>Puts the layer over others.</summary>
    /// <param name="inner">What carries the calls that the layer leaves alone.</param>
    /// <param name="http">The carrier below all layers.</param>
    ICarrier Over(ICarrier inner, HttpCarrier http);
}

/// <summary>The layers of carriers, the innermost first.</summary>
internal enum CarrierOrder
{
    Batching,
    Sockets,
}
