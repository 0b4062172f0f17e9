using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>The dtype that an op gives for each dtype of its operands.</summary>
/// <remarks>
/// Found by a symbolic call, which computes nothing. Keras's eager and symbolic answers differ in some places; Hornet
/// has one rule for both and may follow either. Of 64 bits, which JAX does not have here, the eager answer is that of
/// 32 bits.
/// </remarks>
internal static class OpDTypes
{
    private const int MostShown = 8;

    public static Verdict Run(CorpusCase line)
    {
        var function = Functions.Of("ops", line["op"].Text());
        var differences = line["kind"].Text() == "unary" ? Unary(function, line) : Binary(function, line);
        var wrong = differences.OfType<string>().ToArray();
        return wrong.Length == 0
            ? Verdict.Passed()
            : Verdict.Failed($"{wrong.Length} dtypes differ: {string.Join("; ", wrong.Take(MostShown))}"
                + (wrong.Length > MostShown ? "; ..." : "."));
    }

    private static IEnumerable<string?> Unary(Function function, CorpusCase line)
    {
        var shape = line["shape"];
        var extra = ((CorpusSequence)line.Value("extra")).Items;
        return from dtype in Keys(line["table"], line["symbolic"])
               let expected = Expected(line["table"], line["symbolic"], dtype)
               let x = Operand(dtype, shape)
               select Difference(dtype, expected, function, [x, .. extra], line.Map("kwargs"));
    }

    private static IEnumerable<string?> Binary(Function function, CorpusCase line)
    {
        var shapes = line["shapes"].Items();
        return from left in Keys(line["table"], line["symbolic"])
               let eager = line["table"].Find(Narrow(left))
               let symbolic = line["symbolic"].Find(left)
               from right in Keys(line["table"].Find(left), symbolic)
               let expected = Expected(eager, symbolic, right)
               let x1 = Operand(left, shapes[0])
               let x2 = Operand(right, shapes[1])
               select Difference($"({left}, {right})", expected, function, [x1, x2], CorpusMap.Empty);
    }

    private static IEnumerable<string> Keys(CorpusNode? eager, CorpusNode? symbolic) =>
        new[] { eager, symbolic }.OfType<CorpusNode>().SelectMany(node => node.Fields())
            .Select(field => field.Key).Distinct();

    private static string[] Expected(CorpusNode? eager, CorpusNode? symbolic, string dtype) =>
        [.. new[] { eager?.Find(Narrow(dtype)), symbolic?.Find(dtype) }.OfType<CorpusNode>()
            .Select(node => node.Text()).Distinct()];

    private static CorpusValue Operand(string dtype, CorpusNode shape) => dtype switch
    {
        "py_bool" => new CorpusBool(true),
        "py_int" => new CorpusInt(2),
        "py_float" => new CorpusFloat(1.5),
        _ => new CorpusKerasTensor(dtype, [.. shape.Items().Select(axis => (int?)axis.Integer())]),
    };

    private static string? Difference(
        string where, string[] expected, Function function, CorpusValue[] args, CorpusMap kwargs)
    {
        var received = Received(function, args, kwargs);
        return expected.Any(one => one[0] == '!' ? received[0] == '!' : Narrow(one) == Narrow(received))
            ? null
            : $"{where}: expected {string.Join(" or ", expected)}, received {received}";
    }

    private static string Received(Function function, CorpusValue[] args, CorpusMap kwargs)
    {
        try
        {
            var result = Actual.Of(function.Call(new HornetBinder(), args, kwargs));
            return (result is object?[] several ? several.FirstOrDefault() : result) switch
            {
                IActualSpec spec => spec.DType,
                IActualArray array => array.DType,
                int => "int32",
                var other => other?.GetType().Name ?? "None",
            };
        }
        catch (Exception error) when (Refusals.Includes(error))
        {
            return $"!{error.Message}";
        }
    }

    // What Keras gives 32 bits because JAX has no more, Hornet may keep in 64.
    private static string Narrow(string dtype) => dtype switch
    {
        "int64" => "int32",
        "uint64" => "uint32",
        "float64" => "float32",
        "complex128" => "complex64",
        _ => dtype,
    };
}
