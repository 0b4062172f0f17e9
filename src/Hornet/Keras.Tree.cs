namespace Hornet;

public static partial class Keras
{
    /// <summary>Functions over structures: values in lists and dictionaries of any depth.</summary>
    /// <remarks>A dictionary is read by its keys in the order of their letters, as everywhere.</remarks>
    public static class Tree
    {
        /// <summary>Whether a structure is a list or a dictionary, and no single value.</summary>
        public static bool IsNested<T>(Nested<T> structure)
        {
            ArgumentNullException.ThrowIfNull(structure);
            return !structure.IsLeaf;
        }

        /// <summary>The values of a structure in one list.</summary>
        public static List<T> Flatten<T>(Nested<T> structure)
        {
            ArgumentNullException.ThrowIfNull(structure);
            return structure.Flatten();
        }

        /// <summary>The values of a structure, each with the keys and places on the way to it.</summary>
        public static List<(IReadOnlyList<object> Path, T Value)> FlattenWithPath<T>(Nested<T> structure)
        {
            ArgumentNullException.ThrowIfNull(structure);
            var values = new List<(IReadOnlyList<object> Path, T Value)>();
            Visit(structure, [], (path, value) => values.Add((path, value)));
            return values;
        }

        /// <summary>The structure of the results of a function of each value.</summary>
        /// <param name="func">The function.</param>
        /// <param name="structure">The values.</param>
        /// <param name="noneIsLeaf">Whether the function sees values that are null; they stay where false.</param>
        /// <example><code>var shapes = Keras.Tree.MapStructure((Tensor t) => t.Shape, new[] { x, y });</code></example>
        public static Nested<TResult> MapStructure<T, TResult>(
            Func<T, TResult> func, Nested<T> structure, bool noneIsLeaf = true)
        {
            ArgumentNullException.ThrowIfNull(func);
            ArgumentNullException.ThrowIfNull(structure);
            return structure.Select(value => value is null && !noneIsLeaf ? default! : func(value));
        }

        /// <summary>The structure of the results of a function of two values in the same place.</summary>
        /// <param name="func">The function.</param>
        /// <param name="first">Its first arguments, whose structure the result has.</param>
        /// <param name="second">Its second arguments.</param>
        /// <param name="noneIsLeaf">Whether the function sees values that are null; they stay where false.</param>
        /// <exception cref="ArgumentException">The structures differ.</exception>
        public static Nested<TResult> MapStructure<T, TOther, TResult>(
            Func<T, TOther, TResult> func, Nested<T> first, Nested<TOther> second, bool noneIsLeaf = true)
        {
            ArgumentNullException.ThrowIfNull(func);
            AssertSameStructure(first, second);
            var others = second.Flatten();
            var next = 0;
            return first.Select(value =>
            {
                var other = others[next++];
                return value is null && !noneIsLeaf ? default! : func(value, other);
            });
        }

        /// <summary>The structure of the results of a function of each part, as deep as another goes.</summary>
        /// <param name="shallowStructure">How deep; the result has its structure.</param>
        /// <param name="func">The function, of values or of whole structures.</param>
        /// <param name="structure">The parts.</param>
        /// <exception cref="ArgumentException">The shallow structure does not lie on top of the other.</exception>
        public static Nested<TResult> MapStructureUpTo<TShallow, T, TResult>(
            Nested<TShallow> shallowStructure, Func<Nested<T>, TResult> func, Nested<T> structure)
        {
            ArgumentNullException.ThrowIfNull(func);
            return shallowStructure.Pack(PartsUpTo(shallowStructure, structure).ConvertAll(part => func(part)));
        }

        /// <summary>The structure of the results of a function of two parts, as deep as another goes.</summary>
        /// <param name="shallowStructure">How deep; the result has its structure.</param>
        /// <param name="func">The function, of values or of whole structures.</param>
        /// <param name="first">Its first arguments.</param>
        /// <param name="second">Its second arguments.</param>
        /// <exception cref="ArgumentException">The shallow structure does not lie on top of the others.</exception>
        public static Nested<TResult> MapStructureUpTo<TShallow, T, TOther, TResult>(
            Nested<TShallow> shallowStructure,
            Func<Nested<T>, Nested<TOther>, TResult> func,
            Nested<T> first,
            Nested<TOther> second)
        {
            ArgumentNullException.ThrowIfNull(func);
            var others = PartsUpTo(shallowStructure, second);
            return shallowStructure.Pack(
                PartsUpTo(shallowStructure, first).Select((part, i) => func(part, others[i])).ToList());
        }

        /// <summary>The structure of the results of a function of each shape.</summary>
        public static Nested<TResult> MapShapeStructure<TResult>(Func<Shape, TResult> func, Nested<Shape> structure) =>
            MapStructure(func, structure);

        /// <summary>Refuses two structures of which one has a list or a key that the other lacks.</summary>
        /// <exception cref="ArgumentException">The structures differ.</exception>
        public static void AssertSameStructure<T, TOther>(Nested<T> a, Nested<TOther> b)
        {
            ArgumentNullException.ThrowIfNull(a);
            ArgumentNullException.ThrowIfNull(b);
            if (!a.HasStructureOf(b))
            {
                throw new ArgumentException($"Expected two values of the same structure. Received: {a} and {b}.");
            }
        }

        /// <summary>Refuses two structures whose values stand in different places.</summary>
        /// <exception cref="ArgumentException">A path leads to a value in one of them only.</exception>
        public static void AssertSamePaths<T, TOther>(Nested<T> a, Nested<TOther> b)
        {
            var others = FlattenWithPath(b).ConvertAll(place => place.Path);
            var paths = FlattenWithPath(a).ConvertAll(place => place.Path);
            if (paths.Count != others.Count || paths.Zip(others).Any(pair => !pair.First.SequenceEqual(pair.Second)))
            {
                throw new ArgumentException($"Expected two structures with the same paths. Received: {a} and {b}.");
            }
        }

        /// <summary>Values in the places of a structure: the way back from <see cref="Flatten"/>.</summary>
        /// <exception cref="ArgumentException">There are more or fewer values than places.</exception>
        public static Nested<TResult> PackSequenceAs<T, TResult>(
            Nested<T> structure, IReadOnlyList<TResult> flatSequence)
        {
            ArgumentNullException.ThrowIfNull(structure);
            return structure.Pack(flatSequence);
        }

        /// <summary>What a function makes of each part of a structure; where it gives null, of its parts.</summary>
        /// <param name="func">The function.</param>
        /// <param name="structure">The structure.</param>
        /// <param name="topDown">Whether the whole is asked before its parts.</param>
        public static Nested<T> Traverse<T>(
            Func<Nested<T>, Nested<T>?> func, Nested<T> structure, bool topDown = true)
        {
            ArgumentNullException.ThrowIfNull(func);
            ArgumentNullException.ThrowIfNull(structure);
            if (topDown && func(structure) is { } whole)
            {
                return whole;
            }

            var parts = structure.IsLeaf ? structure
                : structure.IsDictionary ? Nested.Dictionary(structure.Keys.Select(
                    key => KeyValuePair.Create(key, Traverse(func, structure[key], topDown))))
                : Nested.List<T>([.. structure.AsEnumerable().Select(part => Traverse(func, part, topDown))]);
            return topDown ? parts : func(parts) ?? parts;
        }

        private static void Visit<T>(
            Nested<T> structure, IReadOnlyList<object> path, Action<IReadOnlyList<object>, T> visitor)
        {
            if (structure.IsLeaf)
            {
                visitor(path, structure.Value);
            }
            else if (structure.IsDictionary)
            {
                foreach (var key in structure.Keys.Order(StringComparer.Ordinal))
                {
                    Visit(structure[key], [.. path, key], visitor);
                }
            }
            else
            {
                for (var i = 0; i < structure.Count; i++)
                {
                    Visit(structure[i], [.. path, i], visitor);
                }
            }
        }

        private static List<Nested<T>> PartsUpTo<TShallow, T>(Nested<TShallow> shallow, Nested<T> structure)
        {
            ArgumentNullException.ThrowIfNull(shallow);
            ArgumentNullException.ThrowIfNull(structure);
            if (shallow.IsLeaf)
            {
                return [structure];
            }

            if (shallow.IsDictionary != structure.IsDictionary || structure.IsLeaf || shallow.Count != structure.Count)
            {
                throw new ArgumentException(
                    $"Expected a structure that begins like {shallow}. Received: {structure}.", nameof(structure));
            }

            return shallow.IsDictionary
                ? [.. shallow.Keys.Order(StringComparer.Ordinal).SelectMany(
                    key => PartsUpTo(shallow[key], structure[key]))]
                : [.. Enumerable.Range(0, shallow.Count).SelectMany(i => PartsUpTo(shallow[i], structure[i]))];
        }
    }
}
