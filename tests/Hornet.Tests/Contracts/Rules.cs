namespace Hornet.Tests;

/// <summary>How a rule of the house reports: every breach at once, each with its place.</summary>
internal static class Rules
{
    public static void Hold(IEnumerable<string> breaches, string rule)
    {
        var found = breaches.ToArray();
        Assert.True(found.Length == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }
}
