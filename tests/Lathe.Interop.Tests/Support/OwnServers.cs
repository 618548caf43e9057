using Lathe.Testing;

namespace Lathe.Interop.Tests.Support;

/// <content>The test server of Lathe.Testing.Server, beside those of others.</content>
public sealed partial class ForeignServers
{
    private readonly Dictionary<string, GraphQLTestServer> _shops = [];

    partial void FindOwn(string name, ref Uri? endpoint)
    {
        if (!name.StartsWith("lathe", StringComparison.Ordinal))
            return;
        lock (_shops)
        {
            if (!_shops.TryGetValue(name, out var shop))
            {
                _shops[name] = shop = ScriptedShop.StartAsync().GetAwaiter().GetResult();
                shop.Documents = name == "lathe-text" ? ServerDocuments.TextOnly : ServerDocuments.Kept;
                _own.Add(shop);
            }

            endpoint = shop.Endpoint;
        }
    }
}
