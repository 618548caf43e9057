using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Lathe.Tool.Tests.Commands;

/// <summary>A certificate that the machine does not trust is refused, whatever is said; SSL_CERT_FILE names others to trust.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task SslCertFileSaysWhomToTrust()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems keep their certificates elsewhere.");
        using var certificate = MakeCertificate();
        await using var server = await StartAsync(certificate);
        using var run = new ToolRun(("ca.pem", certificate.ExportCertificatePem()));
        string[] command = ["schema", "download", "--endpoint", server.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)];

        Assert.Contains("no TLS connection could be made", await ToolProcess.RunAsync(run.Folder, [], command), StringComparison.Ordinal);
        Assert.False(run.Has("schema.graphql"));
        Assert.Equal("", await ToolProcess.RunAsync(run.Folder, [("SSL_CERT_FILE", Path.Combine(run.Folder, "ca.pem"))], command));
        Assert.Equal("type Query {\n  a: Int\n}\n", run.Read("schema.graphql"));
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task<WebApplication> StartAsync(X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        app.Run(context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(RecordingServer.Told);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
