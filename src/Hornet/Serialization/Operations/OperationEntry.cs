using System.Text.Json.Nodes;

namespace Hornet.Serialization;

/// <summary>An op that files can name. Written by the generator.</summary>
/// <param name="Type">The op's record.</param>
/// <param name="Module">Keras's module: <c>keras.src.ops.numpy</c>.</param>
/// <param name="ClassName">Keras's name of the class.</param>
/// <param name="Write">Its parameters by Keras's names.</param>
/// <param name="Create">Makes it of its parameters.</param>
internal sealed record OperationEntry(
    Type Type, string Module, string ClassName, Func<Op, JsonObject> Write, Func<ConfigReader, Op> Create);
