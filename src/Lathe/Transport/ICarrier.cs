using Lathe.Calls;

namespace Lathe.Transport;

/// <summary>Carries calls to a server: a protocol below an <see cref="Exchange{TData}"/>, which does what all of them need.</summary>
internal interface ICarrier
{
    /// <summary>Makes an attempt, and sends nothing yet.</summary>
    /// <param name="call">The call.</param>
    /// <param name="renewed">The key in place of one that was rejected; null for the first attempt.</param>
    IAttempt<TData> Attempt<TData>(GraphQLCall<TData> call, BearerToken? renewed)
        where TData : class;
}
