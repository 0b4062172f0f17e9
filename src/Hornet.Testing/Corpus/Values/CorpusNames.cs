namespace Hornet.Testing;

/// <summary>Something that a case gives by its name only.</summary>
public abstract record CorpusName(string Name) : CorpusValue;

/// <summary>A dtype given as an object: <c>{"dtype": "float32"}</c>.</summary>
public sealed record CorpusDType(string Name) : CorpusName(Name);

/// <summary>A named function of Keras: <c>{"fn": "relu"}</c>.</summary>
public sealed record CorpusFunction(string Name) : CorpusName(Name);

/// <summary>What an earlier step of the case put into a variable: <c>{"ref": "v1"}</c>.</summary>
public sealed record CorpusReference(string Name) : CorpusName(Name);

/// <summary>A public class of Keras: <c>{"cls": "keras.layers.Dense"}</c>.</summary>
public sealed record CorpusClass(string Name) : CorpusName(Name);

/// <summary>A file or folder under the category's <c>files/</c>: <c>{"path": "rgb.png"}</c>.</summary>
public sealed record CorpusPath(string Name) : CorpusName(Name);

/// <summary>A file that the case itself writes: <c>{"tmp": "a.png"}</c>.</summary>
public sealed record CorpusScratch(string Name) : CorpusName(Name);
