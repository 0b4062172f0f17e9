using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Turns values of cases into arguments of Hornet's methods.</summary>
/// <remarks>
/// Of one value there is one tensor, however many overloads are tried: a tape that watches it sees it used.
/// Python's scalars become literals of C#, which are weak as they are.
/// </remarks>
internal sealed class HornetBinder : ValueBinder
{
    // What a user of .NET would write in another form, after everything that is written as it is.
    private const int Rewritten = 3;

    private static readonly HashSet<Type> s_numbers =
        [typeof(int), typeof(int?), typeof(long), typeof(long?), typeof(float), typeof(double), typeof(bool)];

    private readonly Dictionary<CorpusValue, Tensor> _tensors = new(ReferenceEqualityComparer.Instance);

    /// <summary>The generator that stands for a seed generator; one made of its state where null.</summary>
    public SeedGenerator? Generator { get; init; }

    /// <summary>Whether a number is a shape of one axis, as functions of Keras take it; layers do not.</summary>
    public bool TakesNumbersAsShapes { get; init; } = true;

    /// <summary>The tensor that an array or a list of numbers is; null where the value is no tensor.</summary>
    public Tensor? TensorOf(CorpusValue value)
    {
        if (!_tensors.TryGetValue(value, out var tensor) && Make(value) is { } made)
        {
            _tensors[value] = tensor = made;
        }

        return tensor;
    }

    protected override BoundValue? BindOwn(CorpusValue value, Type type)
    {
        if (type == typeof(DType) || type == typeof(DType?))
        {
            return BindDType(value);
        }

        if (type == typeof(TensorIndex))
        {
            return BindIndex(value);
        }

        if (type == typeof(object))
        {
            return BindObject(value);
        }

        if (value is CorpusNull && type.GetProperty("None") is { } none && none.PropertyType == type)
        {
            return new BoundValue(none.GetValue(null)); // null would be the default here
        }

        if (type == typeof(Seed) && value is CorpusSeed seed)
        {
            return new BoundValue((Seed)(Generator ?? new SeedGenerator(seed.First))!);
        }

        if (type.IsAssignableTo(typeof(Tensor)))
        {
            return value is CorpusArray or CorpusKerasTensor or CorpusSequence
                && TensorOf(value) is { } tensor && type.IsInstanceOfType(tensor)
                ? new BoundValue(tensor, value is CorpusSequence ? Rewritten : 0)
                : null;
        }

        return Rewrite(value, type) is { } other && TryBind(other, type) is { } bound
            ? bound with { Cost = bound.Cost + Rewritten }
            : null;
    }

    private Tensor? Make(CorpusValue value) => value switch
    {
        CorpusArray array => CorpusTensors.Of(array),
        CorpusKerasTensor spec => CorpusTensors.Of(spec),
        CorpusSequence list => PackedList.Pack(list, this),
        _ => null,
    };

    private static BoundValue? BindDType(CorpusValue value)
    {
        var name = value switch
        {
            CorpusString text => text.Value,
            CorpusDType dtype => dtype.Name,
            _ => null,
        };
        try
        {
            return name is null ? null : new BoundValue(DTypes.Parse(name));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Places convert by themselves.
    private BoundValue? BindIndex(CorpusValue value) => value switch
    {
        CorpusNull or CorpusNewAxis => new BoundValue(TensorIndex.NewAxis),
        CorpusEllipsis => new BoundValue(TensorIndex.Ellipsis),
        CorpusSlice slice => new BoundValue(
            TensorIndex.Slice((int?)slice.Start, (int?)slice.Stop, (int?)slice.Step ?? 1)),
        CorpusArray or CorpusKerasTensor or CorpusSequence when TensorOf(value) is { } tensor =>
            new BoundValue((TensorIndex)tensor, value is CorpusSequence ? Rewritten : 0),
        _ => null,
    };

    private BoundValue? BindObject(CorpusValue value) => value switch
    {
        CorpusNull => new BoundValue(null),
        CorpusArray { FromNumPy: true } array => new BoundValue(CorpusTensors.Of(array).ToArray()),
        CorpusArray or CorpusKerasTensor => new BoundValue(TensorOf(value)),
        CorpusBool flag => new BoundValue(flag.Value),
        CorpusInt number => new BoundValue((int)number.Value),
        CorpusFloat number => new BoundValue(number.Value),
        CorpusComplex number => new BoundValue(number.Value),
        CorpusString text => new BoundValue(text.Value),
        CorpusSequence list => new BoundValue(list.Items.Select(item => BindObject(item)?.Value).ToArray()),
        _ => null,
    };

    // One number where a list of them is wanted, an array where numbers or rows are.
    private CorpusValue? Rewrite(CorpusValue value, Type type)
    {
        var isNumber = s_numbers.Contains(type);
        var items = type.GetInterfaces().Append(type)
            .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>))
            .Select(face => face.GetGenericArguments()[0])
            .ToArray();
        return value switch
        {
            CorpusInt when type == typeof(Shape) && !TakesNumbersAsShapes => null,
            CorpusInt when items.Any(s_numbers.Contains) && !ConvertsFromInt(type) => new CorpusList([value]),
            CorpusArray { Shape.Count: 0 } array when isNumber => Scalar(array),
            CorpusArray { Shape.Count: > 0 } array when items.Any(s_numbers.Contains) => List(array),
            CorpusArray { Shape.Count: > 0 } array when items.Contains(typeof(Tensor)) => Rows(array),
            _ => null,
        };
    }

    private static bool ConvertsFromInt(Type type) =>
        type.GetMethod("op_Implicit", [typeof(int)]) is { } conversion && conversion.ReturnType == type;

    private static CorpusValue Scalar(CorpusArray array) => List(array)[0];

    private static CorpusList List(CorpusArray array) => new(array.DType switch
    {
        "bool" => [.. array.ToInt64s().Select(bit => new CorpusBool(bit != 0))],
        var dtype when dtype.Contains("int", StringComparison.Ordinal) =>
            [.. array.ToInt64s().Select(number => new CorpusInt(number))],
        _ => [.. array.ToDoubles().Select(number => new CorpusFloat(number))],
    });

    private static CorpusList Rows(CorpusArray array)
    {
        var shape = array.Shape.Skip(1).ToArray();
        var size = array.Data.Length / Math.Max(array.Shape[0], 1);
        return new CorpusList([.. Enumerable.Range(0, array.Shape[0]).Select(row =>
            new CorpusArray(array.DType, shape, array.Data.Slice(row * size, size)))]);
    }
}
