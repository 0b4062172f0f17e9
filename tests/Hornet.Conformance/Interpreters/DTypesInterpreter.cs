using System.Numerics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The rules of <c>keras.backend</c> for dtypes, and the dtypes that ops give.</summary>
internal sealed class DTypesInterpreter : Interpreter
{
    public override string Category => "dtypes";

    public override Verdict Run(CorpusCase line) => line["kind"].Text() switch
    {
        "pairs" => Pairs(line),
        "many" or "names" => Check(
            () => Keras.Backend.ResultType([.. line["args"].Items().Select(Named)]),
            line.Error is null ? line["out"].Text() : "!" + line.Error),
        "name" => Check(
            () => Keras.Backend.StandardizeDtype(line["arg"].Text()),
            line.Error is null ? line["out"].Text() : "!" + line.Error),
        "python_type" => Check(() => Keras.Backend.StandardizeDtype(PythonType(line["arg"])), line["out"].Text()),
        "is" => Is(line),
        "unary" or "binary" => OpDTypes.Run(line),
        var kind => throw new NotYetException($"the kind {kind} of the category dtypes"),
    };

    private static Verdict Pairs(CorpusCase line)
    {
        var left = Named(line["left"].Text());
        var differences = line["table"].Fields()
            .Select(cell => Difference(
                $"({left}, {cell.Key})", () => Keras.Backend.ResultType(left, Named(cell.Key)), cell.Value.Text()))
            .Append(Difference($"({left})", () => Keras.Backend.ResultType(left), line["alone"].Text()));
        return Verdict.Of(differences.FirstOrDefault(difference => difference is not null));
    }

    private static Verdict Is(CorpusCase line)
    {
        var dtype = line["arg"].Text();
        var received = (Keras.Backend.IsFloatDtype(dtype), Keras.Backend.IsIntDtype(dtype));
        var expected = (line["is_float"].Flag(), line["is_int"].Flag());
        return Verdict.Of(received == expected ? null : $"Expected {expected}. Received: {received}.", received);
    }

    private static Verdict Check(Func<DType> call, string expected) => Verdict.Of(Difference("out", call, expected));

    private static string? Difference(string where, Func<DType> call, string expected)
    {
        string received;
        try
        {
            received = call().KerasName();
        }
        catch (ArgumentException error)
        {
            received = $"!{error.Message}";
        }

        return received == expected || (received[0] == '!' && expected[0] == '!')
            ? null
            : $"{where}: Expected {expected}. Received: {received}.";
    }

    private static DTypeLike Named(CorpusNode name) => Named(name.Text());

    private static DTypeLike Named(string name) => name switch
    {
        "py_bool" => typeof(bool),
        "py_int" => typeof(int),
        "py_float" => typeof(float),
        "py_complex" => typeof(Complex),
        "none" => default,
        _ => name,
    };

    private static DTypeLike PythonType(CorpusNode name) => name.IsNull ? default : name.Text() switch
    {
        "bool" => typeof(bool),
        "int" => typeof(int),
        "float" => typeof(float),
        "complex" => typeof(Complex),
        "str" => typeof(string),
        var other => other,
    };
}
