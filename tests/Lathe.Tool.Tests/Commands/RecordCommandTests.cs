using System.Text.Json.Nodes;
using Lathe.TestSupport;
using MachineMetrics.Server.Hosting;

namespace Lathe.Tool.Tests.Commands;

/// <summary><c>lathe record</c> writes an answer as a fixture, without what is secret.</summary>
public sealed class RecordCommandTests
{
    private const string Machines = "query Machines($limit: Int!) { machines(limit: $limit) { id name title: name speed on model { maker } } }";

    [Fact]
    public async Task TheAnswerIsWrittenAsItCame()
    {
        const string Answer = """{"data":{"machines":[{"id":"1","name":"Mühle","title":"Mühle","speed":1.50,"on":true,"model":null}]}}""";
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Machines));
        Assert.True(await project.Run.RunAsync("record", "Q/m.graphql", "--var", "limit=1") == 0, project.Run.Error);
        Assert.Equal("Wrote Fixtures/Machines.json. Erased: nothing.\n", project.Run.Output);
        Assert.Equal(
            """
            {
              "data": {
                "machines": [
                  {
                    "id": "1",
                    "name": "Mühle",
                    "title": "Mühle",
                    "speed": 1.50,
                    "on": true,
                    "model": null
                  }
                ]
              }
            }

            """.ReplaceLineEndings("\n"),
            project.Run.Read("Fixtures/Machines.json"));
        Assert.Equal("""{"limit":1}""", project.Bodies.Single().GetProperty("variables").GetRawText());
        Assert.Equal(0, await project.Run.RunAsync("record", "Q/m.graphql", "--var", "limit=1"));
        Assert.Equal("Nothing changed in Fixtures/Machines.json. Erased: nothing.\n", project.Run.Output);
    }

    [Fact]
    public async Task NoFileEverHoldsTheKey()
    {
        const string Answer = """
            {"data":{"machines":[{"id":"s3cr3t-77","name":"Bearer s3cr3t-77","title":"x s3cr3t\u002d77 y","speed":1,"on":true,"model":null}]},
             "errors":[{"message":"key s3cr3t-77 is old","extensions":{"s3cr3t-77":1,"accessToken":"other","account":4711}}],
             "extensions":{"auth":{"jwt":"eyJ","user":"ada"},"org":"0rg-key"},"s3cr3t-77":{}}
            """;
        await using var project = await RunProject.StartAsync(Answer, ("Q/m.graphql", Machines));
        (project.Run.Environment["KEY"], project.Run.Environment["ORG"], project.Run.Environment["NUMBER"]) = ("s3cr3t-77", "0rg-key", "4711");
        string[] arguments =
        [
            "record", "Q/m.graphql", "--var", "limit=1", "--token-env", "KEY", "--header-env", "X-Org=ORG", "--header-env", "X-Account=NUMBER",
        ];
        Assert.Equal(1, await project.Run.RunAsync(arguments));
        Assert.Contains("error: key (the key) is old\nNothing was written. Give --with-errors", project.Run.Error, StringComparison.Ordinal);
        Assert.False(project.Run.Has("Fixtures/Machines.json"));
        Assert.True(await project.Run.RunAsync([.. arguments, "--with-errors", "-o", "F/odd.json"]) == 0, project.Run.Error);
        Assert.Equal("Bearer s3cr3t-77", project.Keys[^1]);
        var text = project.Run.Read("F/odd.json");
        foreach (var secret in new[] { "s3cr3t", "0rg-key", "4711", "eyJ", "other", "s3cr3t-77".Replace("-", "\\u002d", StringComparison.Ordinal) })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, project.Run.Output + project.Run.Error, StringComparison.Ordinal);
        }

        var answer = JsonNode.Parse(text)!;
        Assert.Equal(["errors", "data", "extensions"], answer.AsObject().Select(static one => one.Key));
        Assert.Equal(("x (the key) y", "ada"),
            ((string)answer["data"]!["machines"]![0]!["title"]!, (string)answer["extensions"]!["auth"]!["user"]!));
    }

    [Fact]
    public async Task NamedFieldsAndThoseThatSayTheyAreSecretAreErasedInTheirForm()
    {
        const string Schema = """
            type Query { people: [Person!]! person: Person! }
            type Person {
              id: ID! mail: String! uid: uuid! born: date! seen: timestamptz! at: time! for: interval! site: String! age: Int! isOld: Boolean! kind: Kind!
              picture: Base64 apiKey: String! nextToken: String! amount: String! boss: Person extra: jsonb phone: String
            }
            enum Kind { SHORT TALL }
            scalar uuid scalar date scalar timestamptz scalar time scalar interval scalar jsonb scalar Base64
            """;
        const string Query = """
            query People { people { ...Card boss { __typename id ... { kind } } } }
            fragment Card on Person { id contact: mail uid born seen at for site age isOld kind picture apiKey nextToken amount extra phone }
            """;
        const string Answer = """
            {"data":{"people":[
              {"id":"p1","contact":"ada@lathe.example","uid":"6f1c2a1e-8d0b-4c39-9b5e-2f7a9d0c1b2a","born":"1985-12-10","seen":"2024-05-01T08:00:00.5+02:00",
               "at":"08:30:00","for":"P1DT2H","site":"https://ada.example/?k=1","age":39,"isOld":true,"kind":"TALL","picture":"AQID","apiKey":"abc",
               "nextToken":"n1","amount":"12.50","boss":{"__typename":"Person","id":"p2","kind":"TALL"},"extra":{"sessionToken":"t","n":[1,"x"]},"phone":null}]}}
            """;
        await using var project = await RunProject.StartAsync(Answer, ("schema.graphql", Schema), ("Q/p.graphql", Query));
        string[] erased = ["id", "mail", "uid", "born", "seen", "at", "for", "site", "age", "isOld", "kind", "picture", "amount", "boss", "phone"];
        Assert.True(await project.Run.RunAsync(
            ["record", "Q/p.graphql", .. erased.SelectMany(static one => new[] { "--erase", one }), "--keep", "nextToken"]) == 0, project.Run.Error);
        var person = JsonNode.Parse(project.Run.Read("Fixtures/People.json"))!["data"]!["people"]![0]!;
        Assert.Equal(
            """
            {"id":"erased-1","contact":"erased-2@example.com","uid":"00000000-0000-4000-8000-000000000003","born":"2000-01-01","seen":"2000-01-01T00:00:00Z",
            "at":"00:00:00","for":"PT0S","site":"https://example.com/erased-8","age":0,"isOld":false,"kind":"SHORT","picture":"CgAAAA==","apiKey":"erased-11",
            "nextToken":"n1","amount":"12","boss":{"__typename":"Person","id":"erased-13","kind":"SHORT"},"extra":{"sessionToken":"erased-14","n":[1,"x"]},"phone":null}
            """.ReplaceLineEndings(""),
            person.ToJsonString());
        Assert.Equal(
            "Wrote Fixtures/People.json. Erased: age, amount, apiKey, at, born, boss, contact, for, id, isOld, kind, picture, seen, sessionToken, "
                + "site, uid.\n",
            project.Run.Output);
    }

    [Theory]
    [InlineData("--erase", "mial", "The operation Machines has no field 'mial'. Nothing was sent.")]
    [InlineData("--keep", "token", "The operation Machines has no field 'token'. Nothing was sent.")]
    [InlineData("--var", "limt=1", "has no variable 'limt'")]
    public async Task WhatIsNotThereIsRefusedBeforeAnythingIsSent(string option, string value, string message)
    {
        await using var project = await RunProject.StartAsync("{}", ("Q/m.graphql", Machines));
        Assert.Contains(message, await project.Run.FailAsync("record", "Q/m.graphql", "--var", "limit=1", option, value), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
    }

    [Fact]
    public async Task MutationsNeedLeaveAndSubscriptionsAreNotSent()
    {
        await using var project = await RunProject.StartAsync(
            """{"data":{"stop":null}}""",
            ("Q/s.graphql", "mutation Stop { stop(id: 1) { id } }"), ("Q/m.graphql", "subscription M { machine { id } }"));
        Assert.Contains("--allow-mutation", await project.Run.FailAsync("record", "Q/s.graphql"), StringComparison.Ordinal);
        Assert.Contains("is a subscription", await project.Run.FailAsync("record", "Q/m.graphql"), StringComparison.Ordinal);
        Assert.Empty(project.Bodies);
        Assert.Equal(0, await project.Run.RunAsync("record", "Q/s.graphql", "--allow-mutation"));
        Assert.Single(project.Bodies);
    }

    [Fact]
    public async Task WhatTheStandInAnswersIsTheFixtureOfTheSamplesTests()
    {
        var path = Path.Combine(SharedFolder.RepositoryRoot, "tests/Lathe.Samples.Tests/Client/Fixtures/OperatorAtMachine.json");
        var query = await File.ReadAllTextAsync(
            Path.Combine(SharedFolder.RepositoryRoot, "samples/MachineMetrics.Console/Queries/OperatorAtMachine.graphql"),
            TestContext.Current.CancellationToken);
        await using var server = await ShopServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var run = new ToolRun(("schema.graphql", ShopServer.DefaultSchema), ("q.graphql", query));
        run.Environment["KEY"] = server.Key.Secret;
        Assert.True(await run.RunAsync("record", "q.graphql", "--schema", "schema.graphql", "--documents", "q.graphql", "--endpoint",
            server.Endpoint.AbsoluteUri, "--var", "machineRef=103", "--token-env", "KEY", "--erase", "name") == 0, run.Error);
        var recorded = run.Read("Fixtures/OperatorAtMachine.json");
        if (Environment.GetEnvironmentVariable("LATHE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, recorded, TestContext.Current.CancellationToken);
        }

        Assert.Equal((await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), recorded);
    }
}
