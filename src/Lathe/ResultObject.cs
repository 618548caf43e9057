namespace Lathe;

/// <summary>
/// The base of generated classes of results: <c>"resultTypes": "class"</c> in the configuration asks for them in place of records. Two are equal when
/// they are one object.
/// </summary>
public abstract class ResultObject;
