namespace Hornet.Programs;

/// <summary>Functions of single elements, all of them exact or rounded once: a chain of them is one kernel.</summary>
/// <remarks>What is asked and answered (comparisons, conditions) is 0 or 1 inside a chain.</remarks>
internal enum Element
{
    Copy,
    Add,
    Subtract,
    Multiply,
    Divide,
    DivideNoNan,
    Maximum,
    Minimum,
    Negative,
    Absolute,
    Sign,
    Square,
    SquareRoot,
    Relu,
    ReluGradient,
    Clip,
    ScaleShift,
    Keep,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    Equal,
    NotEqual,
    Select,
}
