using Hornet.Testing;

namespace Hornet.Conformance;

/// <summary>Carries out the cases of one category.</summary>
/// <remarks>A new category is one new class: all are found here by what they derive from.</remarks>
internal abstract class Interpreter
{
    private static readonly Dictionary<string, Interpreter> s_all = typeof(Interpreter).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Interpreter)) && !type.IsAbstract)
        .Select(type => (Interpreter)Activator.CreateInstance(type)!)
        .ToDictionary(interpreter => interpreter.Category);

    /// <summary>The folder of the corpus that it reads.</summary>
    public abstract string Category { get; }

    /// <summary>Carries out a case. Errors that a case does not expect may come as they are.</summary>
    /// <exception cref="NotYetException">Something that the case needs does not exist.</exception>
    public abstract Verdict Run(CorpusCase line);

    public static Interpreter Of(string category) => s_all.GetValueOrDefault(category)
        ?? throw new NotYetException($"the interpreter of the category {category}");
}
