using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Lathe.Testing.Serving;

/// <summary>A certificate for this machine alone.</summary>
internal static class TestCertificate
{
    private const int KeyBits = 2048;

    public static X509Certificate2 Create()
    {
        using var key = RSA.Create(KeyBits);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        // The client compares with the machine's time, whatever the clock of a test says.
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));

        // Windows takes no key that lives in memory alone; a container that is read back has one.
        var container = certificate.Export(X509ContentType.Pfx);
#if NET9_0_OR_GREATER
        return X509CertificateLoader.LoadPkcs12(container, null);
#else
        return new X509Certificate2(container);
#endif
    }

    /// <summary>Makes a handler trust a certificate, and no other that the machine does not trust.</summary>
    /// <exception cref="ArgumentException">The handler is not one of .NET's that speak TLS.</exception>
    public static void Trust(X509Certificate2 trusted, HttpMessageHandler handler)
    {
        var hash = trusted.GetCertHashString(HashAlgorithmName.SHA256);
        bool Accepts(X509Certificate? one, SslPolicyErrors errors) =>
            errors == SslPolicyErrors.None || one?.GetCertHashString(HashAlgorithmName.SHA256) == hash;
        if (handler is SocketsHttpHandler sockets)
            sockets.SslOptions.RemoteCertificateValidationCallback = (_, one, _, errors) => Accepts(one, errors);
        else if (handler is HttpClientHandler client)
            client.ServerCertificateCustomValidationCallback = (_, one, _, errors) => Accepts(one, errors);
        else
            throw new ArgumentException("Only a SocketsHttpHandler or HttpClientHandler can be told what to trust.", nameof(handler));
    }
}
