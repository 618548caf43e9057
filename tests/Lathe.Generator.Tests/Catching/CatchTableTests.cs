using Lathe.Generator.Tests.Emission;
using Lathe.Language.TypeSystem;

namespace Lathe.Generator.Tests.Catching;

/// <summary>
/// The behaviours that the catch tests of Apollo Kotlin hold, as one table in our words. There what is thrown and not caught is an exception of the
/// response; here it leaves no data, as a non-null field does that failed.
/// </summary>
public sealed class CatchTableTests
{
    private const string Schema = """
        type Query {
          nullable: Int nonNull: Int! semantic: Int @semanticNonNull deep: [[Int]] @semanticNonNull(levels: [0, 2])
          list: [Int] list1: [Int] @semanticNonNull(levels: [1]) user: User @semanticNonNull product: Product foo: Foo
        }
        extend type Query @semanticNonNullField(name: "list", levels: [1])
        type User { name: String @semanticNonNull friends: [User] @semanticNonNull }
        type Product { price: String }
        type Foo { f: Int @semanticNonNull bar: Bar! }
        type Bar { id: ID }
        """;

    private const string Documents = """
        query User { user { name } }
        query UserResult { user @catch(to: RESULT) { name } }
        query UserNull { user @catch(to: NULL) { name } }
        query Product { product { price } }
        query ProductResult { product @catch(to: RESULT) { price } }
        query ProductNull { product @catch(to: NULL) { price } }
        query ProductIgnoreErrors @catchByDefault(to: NULL) { product { price } }
        query PriceNull { product { price @catch(to: NULL) } }
        query PriceResult { product { price @catch } }
        query PriceThrow { product { price @catch(to: THROW) } }
        query Lists { list1 list }
        query ListCatchAll { list1 @catch(levels: [0, 1]) }
        query ListCatchItems { list1 @catch(levels: [1]) }
        query Deep { deep @catch(to: NULL, levels: [2]) }
        query Foo { foo @catch(to: NULL) { bar { id } } }
        query FooResult { foo @catch { bar { id } } }
        query F { foo { f } }
        query FFragmented { foo { ...Ff } } fragment Ff on Foo { f }
        query FCaught { foo @catch { f } }
        query FResult { foo { f @catch } }
        query Aliased { p: product { ...Priced } } fragment Priced on Product { cost: price @catch }
        query Fragmented { ...Details } fragment Details on Query { foo @catch { bar { id } } }
        """;

    private static readonly Dictionary<string, ReadClient> s_clients = new()
    {
        [""] = ReadClient.Of(Schema, Documents),
        ["THROW"] = ReadClient.Of(Schema, Documents, TestClient.Config with { CatchByDefault = ErrorHandling.Throw }),
        ["RESULT"] = ReadClient.Of(Schema + " extend schema @catchByDefault(to: RESULT)", Documents),
        ["NULL"] = ReadClient.Of(Schema, Documents, TestClient.Config with { CatchByDefault = ErrorHandling.Null }),
    };

    private const string NameError =
        """{"errors":[{"path":["user","name"],"message":"no name"}],"data":{"user":{"name":null}}}""";

    private const string NameLate =
        """{"data":{"user":{"name":null}},"errors":[{"path":["user","name"],"message":"no name"}]}""";

    private const string Name = """{"data":{"user":{"name":"Pancakes"}}}""";

    private const string PriceError =
        """{"data":{"product":{"price":null}},"errors":[{"path":["product","price"],"message":"no price"}]}""";

    private const string PriceNull = """{"data":{"product":{"price":null}}}""";

    private const string ItemError = """{"errors":[{"path":["list1",1],"message":"no item"}],"data":{"list1":[0,null]}}""";

    private const string ListError = """{"errors":[{"path":["list1"],"message":"no list"}],"data":{"list1":null}}""";

    private const string BarError = """{"errors":[{"message":"no bar","path":["foo","bar"]}],"data":{"foo":null}}""";

    private const string FNull = """{"data":{"foo":{"f":null}}}""";

    [Theory]
    // The default is to throw: as in a schema with @catchByDefault(to: THROW).
    [InlineData("THROW", "UserQuery", NameError, "null")]
    [InlineData("THROW", "UserQuery", NameLate, "null")]
    [InlineData("THROW", "UserResultQuery", NameError, "{User:!no name}")]
    [InlineData("THROW", "UserResultQuery", NameLate, "{User:!no name}")]
    [InlineData("THROW", "UserNullQuery", NameError, "{User:null}")]
    [InlineData("THROW", "UserQuery", Name, "{User:{Name:\"Pancakes\"}}")]
    [InlineData("THROW", "UserResultQuery", Name, "{User:{Name:\"Pancakes\"}}")]
    [InlineData("THROW", "UserNullQuery", Name, "{User:{Name:\"Pancakes\"}}")]
    [InlineData("THROW", "ProductQuery", PriceError, "null")]
    [InlineData("THROW", "ProductResultQuery", PriceError, "{Product:!no price}")]
    [InlineData("THROW", "ProductNullQuery", PriceError, "{Product:null}")]
    [InlineData("THROW", "ProductIgnoreErrorsQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("THROW", "PriceNullQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("THROW", "PriceNullQuery", PriceNull, "{Product:{Price:null}}")]
    [InlineData("THROW", "ProductQuery", PriceNull, "{Product:{Price:null}}")]
    [InlineData("THROW", "ListsQuery", """{"data":{"list1":[0,1],"list":[0,1]}}""", "{List1:[0 1] List:[0 1]}")]
    [InlineData("THROW", "ListCatchAllQuery", ItemError, "{List1:[0 !no item]}")]
    [InlineData("THROW", "ListCatchAllQuery", ListError, "{List1:!no list}")]
    [InlineData("THROW", "ListCatchItemsQuery", ItemError, "{List1:[0 !no item]}")]
    [InlineData("THROW", "ListCatchItemsQuery", ListError, "null")]
    [InlineData("THROW", "FooQuery", BarError, "{Foo:null}")]
    [InlineData("THROW", "FQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    [InlineData("THROW", "FFragmentedQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    // Each place is a value or an error.
    [InlineData("RESULT", "UserQuery", NameError, "{User:{Name:!no name}}")]
    [InlineData("RESULT", "UserResultQuery", NameError, "{User:{Name:!no name}}")]
    [InlineData("RESULT", "UserNullQuery", NameError, "{User:{Name:!no name}}")]
    [InlineData("RESULT", "UserQuery", Name, "{User:{Name:\"Pancakes\"}}")]
    [InlineData("RESULT", "ProductQuery", PriceError, "{Product:{Price:!no price}}")]
    [InlineData("RESULT", "ProductQuery", PriceNull, "{Product:{Price:null}}")]
    [InlineData("RESULT", "ProductIgnoreErrorsQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("RESULT", "PriceNullQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("RESULT", "ListsQuery", """{"data":{"list1":[0,null],"list":null},"errors":[{"message":"a","path":["list1",1]},{"message":"b","path":["list"]}]}""",
        "{List1:[0 !a] List:!b}")]
    [InlineData("RESULT", "FQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    [InlineData("RESULT", "FFragmentedQuery", BarError, "{Foo:!no bar}")]
    // Errors are null, and semantic non-null is held all the same.
    [InlineData("NULL", "UserQuery", NameError, "{User:{Name:null}}")]
    [InlineData("NULL", "UserResultQuery", NameError, "{User:{Name:null}}")]
    [InlineData("NULL", "UserNullQuery", NameError, "{User:{Name:null}}")]
    [InlineData("NULL", "UserQuery", Name, "{User:{Name:\"Pancakes\"}}")]
    [InlineData("NULL", "ProductQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("NULL", "PriceThrowQuery", PriceError, "{Product:null}")]
    [InlineData("NULL", "ProductResultQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("NULL", "ProductResultQuery", """{"data":{"product":null}}""", "{Product:null}")]
    [InlineData("NULL", "ListCatchAllQuery", ItemError, "{List1:[0 !no item]}")]
    [InlineData("NULL", "FQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    // Nothing is said: what may be null is null, what is semantically non-null throws.
    [InlineData("", "UserQuery", NameError, "null")]
    [InlineData("", "UserResultQuery", NameLate, "{User:!no name}")]
    [InlineData("", "ProductQuery", PriceError, "{Product:{Price:null}}")]
    [InlineData("", "PriceResultQuery", PriceError, "{Product:{Price:!no price}}")]
    [InlineData("", "PriceResultQuery", PriceNull, "{Product:{Price:null}}")]
    [InlineData("", "PriceThrowQuery", PriceError, "null")]
    [InlineData("", "PriceThrowQuery", PriceNull, "{Product:{Price:null}}")]
    [InlineData("", "ListsQuery", ItemError, "null")]
    [InlineData("", "DeepQuery", """{"data":{"deep":[null,[1,null]]},"errors":[{"message":"x","path":["deep",1,1]}]}""", "{Deep:[null [1 null]]}")]
    [InlineData("", "DeepQuery", """{"data":{"deep":[null,[1,null]]}}""", "GraphQLUnexplainedNullException at data.deep[1][1]")]
    [InlineData("", "FooQuery", BarError, "{Foo:null}")]
    [InlineData("", "FooResultQuery", BarError, "{Foo:!no bar}")]
    [InlineData("", "FragmentedQuery", BarError, "{Foo:!no bar}")]
    // What is not the error of a field is nobody's to catch.
    [InlineData("", "FCaughtQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    [InlineData("", "FResultQuery", FNull, "GraphQLUnexplainedNullException at data.foo.f")]
    [InlineData("", "FooResultQuery", """{"data":{"foo":{"bar":null}}}""", "GraphQLResponseException at data.foo.bar")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{}}}""", "GraphQLResponseException at data.product.price")]
    [InlineData("", "PriceThrowQuery", """{"data":{"product":{}}}""", "GraphQLResponseException at data.product.price")]
    // An error that says no place, or one that is not there, may be that of any null.
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":null}},"errors":[{"message":"somewhere"}]}""", "{Product:{Price:!somewhere}}")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":null}},"errors":[{"message":"else","path":["product","cost"]}]}""",
        "{Product:{Price:!else}}")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":"1"}},"errors":[{"message":"somewhere"}]}""", "{Product:{Price:\"1\"}}")]
    [InlineData("", "ListCatchItemsQuery", """{"data":{"list1":[0,null,null]},"errors":[{"message":"a","path":["list1",2]},{"message":"b","path":["list1",9]}]}""",
        "{List1:[0 !b !a]}")]
    // Paths have aliases, some servers write an index as text or with a point, and a step that is neither leads nowhere.
    [InlineData("", "AliasedQuery", """{"errors":[{"message":"a","path":["p","cost"]}],"data":{"p":{"cost":null}}}""", "{P:{Cost:!a}}")]
    [InlineData("", "ListCatchItemsQuery", """{"data":{"list1":[null,null]},"errors":[{"message":"a","path":["list1","0"]},{"message":"b","path":["list1",1.0]}]}""",
        "{List1:[!a !b]}")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":null}},"errors":[{"message":"a","path":["product",{}]}]}""", "{Product:{Price:!a}}")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":null}},"errors":[{"message":"a","path":["product",null]}]}""", "{Product:{Price:!a}}")]
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":null}},"errors":[{"message":"a","path":["product","price"]},{"message":"b","path":["product","price"]}]}""",
        "{Product:{Price:!a}}")]
    // A place that has its value is no place of that error, and keeps it.
    [InlineData("", "PriceResultQuery", """{"data":{"product":{"price":"1"}},"errors":[{"message":"warning","path":["product","price"]}]}""",
        "{Product:{Price:\"1\"}}")]
    [InlineData("", "FResultQuery", """{"data":{"foo":{"f":null}},"errors":[{"message":"warning","path":["foo"]}]}""",
        "GraphQLUnexplainedNullException at data.foo.f")]
    public void TheAnswerIsReadSo(string byDefault, string operation, string answer, string expected) =>
        Assert.Equal(expected, s_clients[byDefault].Read(operation, answer));
}
