using Hornet.Programs;

namespace Hornet.Tests;

/// <summary>Functions of elements in a program give the bits that they give eagerly.</summary>
public sealed class ElementTests
{
    private static readonly Dictionary<Element, Func<Tensor, Tensor, Tensor>> s_binary = new()
    {
        [Element.Add] = Ops.Add,
        [Element.Subtract] = Ops.Subtract,
        [Element.Multiply] = Ops.Multiply,
        [Element.Divide] = Ops.TrueDivide,
        [Element.DivideNoNan] = Ops.DivideNoNan,
        [Element.Maximum] = (x, y) => Ops.Maximum(x, y) + 0, // -0 + 0 is 0: which of the two is taken is left open
        [Element.Minimum] = (x, y) => Ops.Minimum(x, y) + 0,
        [Element.Greater] = Ops.Greater,
        [Element.GreaterEqual] = Ops.GreaterEqual,
        [Element.Less] = Ops.Less,
        [Element.LessEqual] = Ops.LessEqual,
        [Element.Equal] = Ops.Equal,
        [Element.NotEqual] = Ops.NotEqual,
        [Element.Select] = (x, y) => Ops.Where(x > y, x, y),
    };

    private static readonly Dictionary<Element, Func<Tensor, Tensor>> s_unary = new()
    {
        [Element.Copy] = x => Ops.Cast(x, DType.Float32) + Ops.Cast(x > 0, DType.Float32),
        [Element.Negative] = Ops.Negative,
        [Element.Absolute] = Ops.Absolute,
        [Element.Sign] = Ops.Sign,
        [Element.Square] = Ops.Square,
        [Element.SquareRoot] = Ops.Sqrt,
        [Element.Relu] = Ops.Relu,
        [Element.Clip] = x => Ops.Clip(x, -0.5, 0.75),
    };

    public static IEnumerable<object[]> Binary =>
        [.. from function in s_binary.Keys
            from dtype in new[] { DType.Float32, DType.Float64, DType.Int32 }
            where dtype != DType.Int32 || function != Element.DivideNoNan
            select new object[] { $"{function}", dtype }];

    public static IEnumerable<object[]> Unary =>
        [.. from function in s_unary.Keys
            from dtype in new[] { DType.Float32, DType.Float64, DType.Int32 }
            where dtype != DType.Int32 || function is not (Element.SquareRoot or Element.Clip)
            select new object[] { $"{function}", dtype }];

    [Theory]
    [MemberData(nameof(Binary))]
    public void Functions_of_two_elements(string name, DType dtype)
    {
        var function = s_binary[Enum.Parse<Element>(name)];
        foreach (var n in Compiled.Sizes)
        {
            (Shape X, Shape Y)[] shapes =
                [([n], [n]), ([n], []), ([n], [1]), ([], [n]), ([3, n], [n]), ([3, n], [3, 1]), ([2, 3, n], [2, 1, n]),
                    ([2, 1, n], [3, 1])];
            foreach (var (x, y) in shapes)
            {
                Compiled.GivesTheBitsOf(
                    t => [function(t[0], t[1])], Compiled.Values(x, dtype), Compiled.Values(y, dtype, seed: 1));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Unary))]
    public void Functions_of_one_element(string name, DType dtype)
    {
        var function = s_unary[Enum.Parse<Element>(name)];
        foreach (var n in Compiled.Sizes)
        {
            Compiled.GivesTheBitsOf(t => [function(t[0])], Compiled.Values([n], dtype));
            Compiled.GivesTheBitsOf(t => [function(t[0])], Compiled.Values([2, 3, n], dtype));
        }
    }

    [Theory]
    [InlineData(DType.Float32)]
    [InlineData(DType.Float64)]
    public void The_gradient_of_a_ReLU(DType dtype)
    {
        foreach (var n in Compiled.Sizes)
        {
            var weight = Compiled.Values([n], dtype, seed: 1);
            Compiled.GivesTheBitsOf(
                t => Compiled.WithGradients(x => Ops.Relu(x[0]), t, weight), Compiled.Values([n], dtype));
        }
    }

    [Theory]
    [InlineData(DType.Bool)]
    [InlineData(DType.Int32)]
    [InlineData(DType.Int64)]
    [InlineData(DType.Float64)]
    public void What_is_converted_before_it_is_computed_with(DType dtype)
    {
        foreach (var n in Compiled.Sizes)
        {
            Compiled.GivesTheBitsOf(
                t => [Ops.Cast(t[0], DType.Float32) * t[1] + 1], Compiled.Values([3, n], dtype),
                Compiled.Values([n], seed: 1));
        }
    }

    [Fact]
    public void A_chain_with_rows_columns_scalars_and_several_results()
    {
        foreach (var n in Compiled.Sizes)
        {
            Compiled.GivesTheBitsOf(
                t =>
                {
                    var a = t[0] * t[1] + t[2];
                    var b = Ops.Relu(a - t[3]);
                    return [Ops.Where(b > a, b, a * 2), b, b > 0];
                },
                Compiled.Values([4, n]), Compiled.Values([n], seed: 1), Compiled.Values([4, 1], seed: 2),
                Compiled.Values([], seed: 3, hasSpecial: false));
        }
    }

    [Fact]
    public void Every_function_is_tried()
    {
        Element[] elsewhere = [Element.ReluGradient, Element.ScaleShift, Element.Keep]; // ReLU, normalization, dropout

        Assert.Equal(Enum.GetValues<Element>().Order(), s_binary.Keys.Concat(s_unary.Keys).Concat(elsewhere).Order());
    }
}
