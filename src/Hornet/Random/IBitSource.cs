namespace Hornet;

/// <summary>A stream of random words.</summary>
internal interface IBitSource
{
    /// <summary>The next 32 bits.</summary>
    uint NextUInt32();
}
