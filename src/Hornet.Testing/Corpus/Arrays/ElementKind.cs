namespace Hornet.Testing;

/// <summary>What the elements of a dtype are, whatever their size.</summary>
internal enum ElementKind
{
    Bool,
    Integer,
    Float,
    Complex,
    Text,
}
