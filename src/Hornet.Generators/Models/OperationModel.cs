namespace Hornet.Generators.Models;

/// <summary>An op that saved graphs can name.</summary>
/// <param name="Type">The record.</param>
/// <param name="Module">Keras's module.</param>
/// <param name="ClassName">Keras's name of the class.</param>
/// <param name="Values">The keys of its parameters and the properties that hold them.</param>
/// <param name="Arguments">Its parameters and the expressions that read them.</param>
internal sealed record OperationModel(
    string Type,
    string Module,
    string ClassName,
    EquatableArray<NamedText> Values,
    EquatableArray<NamedText> Arguments);
