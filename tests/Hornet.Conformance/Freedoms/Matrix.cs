using System.Numerics;
using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>A small matrix of complex numbers; a vector is a matrix of one row.</summary>
internal sealed class Matrix(int rows, int columns, Func<int, int, Complex> element)
{
    private readonly Complex[] _elements =
        [.. Enumerable.Range(0, rows * columns).Select(i => element(i / columns, i % columns))];

    public int Columns => columns;

    public Complex this[int row, int column] => _elements[(row * columns) + column];

    /// <summary>The matrices (or vectors) that an array of higher rank holds.</summary>
    public static Matrix[] Batch(IActualArray array, bool areVectors)
    {
        int[] shape = areVectors ? [1, array.Shape[^1]] : [array.Shape[^2], array.Shape[^1]];
        var elements = array.ToComplexes();
        var size = shape[0] * shape[1];
        return [.. Enumerable.Range(0, size == 0 ? 0 : elements.Length / size).Select(item => new Matrix(
            shape[0], shape[1], (row, column) => elements[(item * size) + (row * shape[1]) + column]))];
    }

    /// <summary>The product, over as many columns as there are rows on the right.</summary>
    public static Matrix operator *(Matrix left, Matrix right) => new(left.Height, right.Columns, (row, column) =>
        Enumerable.Range(0, right.Height).Aggregate(Complex.Zero, (sum, i) => sum + (left[row, i] * right[i, column])));

    /// <summary>How many rows there are.</summary>
    private int Height => rows;

    /// <summary>The first rows.</summary>
    public Matrix Rows(int count) => new(count, columns, (row, column) => this[row, column]);

    /// <summary>As many columns as the vector has elements, each times its element.</summary>
    public Matrix Scaled(Matrix vector) =>
        new(rows, vector.Columns, (row, column) => this[row, column] * vector[0, column]);

    /// <summary>The conjugate transpose.</summary>
    public Matrix Adjoint() => new(columns, rows, (row, column) => Complex.Conjugate(this[column, row]));

    /// <summary>Each column turned so that its greatest element is real: the phase of an eigenvector is free.</summary>
    public Matrix WithRealColumnMaxima()
    {
        Complex[] phases = [.. Enumerable.Range(0, columns).Select(column =>
        {
            // The first of those that are as good as greatest, so that rounding does not choose.
            var greatest = Enumerable.Range(0, rows).Max(row => this[row, column].Magnitude);
            var pivot = Enumerable.Range(0, rows).Select(row => this[row, column])
                .First(entry => entry.Magnitude >= greatest * 0.999);
            return greatest == 0 ? Complex.One : Complex.Conjugate(pivot) / pivot.Magnitude;
        })];
        return new(rows, columns, (row, column) => this[row, column] * phases[column]);
    }

    /// <summary>Whether no element differs by more than this part of the greatest.</summary>
    public bool IsNear(Matrix other, double tolerance)
    {
        var bound = tolerance * Math.Max(1, _elements.Max(entry => entry.Magnitude));
        return _elements.Length == other._elements.Length
            && _elements.Zip(other._elements).All(pair => (pair.First - pair.Second).Magnitude <= bound);
    }
}
