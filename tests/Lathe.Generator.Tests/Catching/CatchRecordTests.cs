using System.Reflection;
using System.Text;
using Lathe.Generator.Tests.Emission;

namespace Lathe.Generator.Tests.Catching;

/// <summary>A record keeps plain values and the errors of all its fields in one slot: nobody who uses it sees that.</summary>
public sealed class CatchRecordTests
{
    private const string Schema = """
        scalar jsonb scalar bytes
        type Query { animals: [Animal!]! machines: [Machine!]! }
        interface Animal { id: ID! name: String weight: Float! }
        type Dog implements Animal { id: ID! name: String weight: Float! barks: Int data: jsonb raw: bytes must: jsonb! }
        type Cat implements Animal { id: ID! name: String weight: Float! }
        type Machine { id: ID! name: String! speed: Float place: Place }
        type Place { hall: String! row: Int }
        """;

    private const string Documents = """
        query Animals($with: Boolean! = true) @catchByDefault(to: RESULT) {
          animals {
            __typename id name weight @catch
            ... on Dog { barks data raw must @catch late: barks @include(if: $with) }
          }
        }
        query Plain { machines { id name speed place { hall row } } }
        query Caught { machines { id @catch name @catch speed @catch place @catch { hall @catch row @catch } } }
        """;

    private const string Program = """
        using System;
        using System.Linq;
        using System.Text.Json;
        using Lathe;
        using Test.Api;
        using Xunit;
        using Dog = Test.Api.AnimalsQuery.Dog;

        public static class Program
        {
            private static readonly GraphQLError s_gone = new("gone");

            public static void Run()
            {
                var dog = Make();
                var same = Make();
                Assert.Equal(dog, same);
                Assert.Equal(dog.GetHashCode(), same.GetHashCode());
                Assert.Equal("gone", dog.Name.Error!.Message);
                Assert.Equal("gone", dog.Barks.Error!.Message);
                Assert.Equal(1.5, dog.Weight.Value);

                var better = dog with { Name = "Rex", Weight = new() { Error = s_gone } };
                Assert.Equal(("Rex", null), (better.Name.Value, better.Name.Error));
                Assert.Equal("gone", better.Weight.Error!.Message);
                Assert.Equal("gone", better.Barks.Error!.Message);
                Assert.Equal(("gone", 1.5), (dog.Name.Error!.Message, dog.Weight.Value));
                Assert.NotEqual(dog, better);
                Assert.Equal(dog, better with { Name = dog.Name, Weight = 1.5 });
                Assert.NotEqual(dog, dog with { Must = JsonDocument.Parse("[2]").RootElement });
                Assert.Contains("Name = error: gone", dog.ToString());
                Assert.DoesNotContain("rrors =", dog.ToString());

                foreach (var one in new[] { dog, better, dog with { Late = null }, dog with { Must = new() { Error = s_gone } } })
                {
                    var data = new AnimalsQuery.Data { Animals = [one] };
                    var json = JsonSerializer.Serialize(data);
                    Assert.Equal(data, JsonSerializer.Deserialize<AnimalsQuery.Data>(json));
                    Assert.DoesNotContain("rrors", json);
                }
            }

            private static Dog Make() => new()
            {
                TypeName = "Dog", Id = "1", Name = new() { Error = s_gone }, Weight = 1.5, Barks = new() { Error = s_gone },
                Data = JsonDocument.Parse("[1, 2]").RootElement, Raw = new byte[] { 1, 2 }, Must = JsonDocument.Parse("[1]").RootElement,
                Late = new FieldResult<int?>(3),
            };
        }
        """;

    private static readonly TestClient s_client = TestClient.Generate(Schema, Documents);

    private static readonly Assembly s_assembly = s_client.Load(Program);

    [Fact]
    public void ItIsEqualCopiedAndWrittenByItsProperties() =>
        s_assembly.GetType("Program")!.GetMethod("Run")!.CreateDelegate<Action>()();

    [Fact]
    public void ACaseKeepsItsErrorsBesideThoseOfItsBase()
    {
        const string Answer = """
            {"data":{"animals":[
              {"__typename":"Dog","id":"1","name":null,"weight":2,"barks":null,"data":null,"raw":null,"must":{"a":1},"late":null},
              {"__typename":"Cat","id":"2","name":null,"weight":3}]},
             "errors":[{"message":"a","path":["animals",0,"name"]},{"message":"b","path":["animals",0,"barks"]},
              {"message":"c","path":["animals",1,"name"]},{"message":"d","path":["animals",0,"late"]}]}
            """;
        var read = new ReadClient(s_assembly, TestClient.Config.Namespace!).Read("AnimalsQuery", Answer);
        foreach (var expected in new[] { "Name:!a", "Barks:!b", "Name:!c", "Late:!d", "Weight:2", "Weight:3" })
            Assert.Contains(expected, read, StringComparison.Ordinal);
    }

    // A reference a record, and nothing a field.
    [Fact]
    public void FieldsThatCatchAllocateOneReferenceARecord()
    {
        const int Count = 1000;
        const int Records = 2 * Count;
        var items = string.Join(',', Enumerable.Range(0, Count).Select(static i =>
            $$$"""{"id":"m{{{i}}}","name":"Lathe","speed":null,"place":{"hall":"North","row":7}}"""));
        var json = Encoding.UTF8.GetBytes($$$"""{"data":{"machines":[{{{items}}}]}}""");
        var client = new ReadClient(s_assembly, TestClient.Config.Namespace!);
        Assert.Equal(Allocated(client, "PlainQuery", json) + (Records * IntPtr.Size), Allocated(client, "CaughtQuery", json));
    }

    private static long Allocated(ReadClient client, string operation, byte[] json)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++)
            client.ReadData(operation, json);
        // A collection in between adds what is left of the thread's piece of the heap: the least of some rounds counts.
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            GC.KeepAlive(client.ReadData(operation, json));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }
}
