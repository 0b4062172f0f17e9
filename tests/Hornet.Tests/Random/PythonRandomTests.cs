namespace Hornet.Tests;

public class PythonRandomTests
{
    // seed, random(), random(), getrandbits(1), (32), (40), (64), randint(-5, 5), (1, 10^9), (0, 2^40), choice
    public static TheoryData<long, double, double, ulong[], long[], char> Recorded => new()
    {
        {
            0, 0.8444218515250481, 0.7579544029403025,
            [0, 173879092, 1061968961082, 8963783824838420066], [1, 985946605, 788025983492], 'e'
        },
        {
            42, 0.6394267984578837, 0.025010755222666936,
            [0, 1051802512, 151282538206, 1890702223848595625], [5, 795285933, 70531617177], 'a'
        },
        {
            -7, 0.32383276483316237, 0.15084917392450192,
            [1, 207388624, 902254243635, 1736392818365009963], [0, 625763864, 470330855157], 'a'
        },
        {
            4294967301, 0.15727238718789782, 0.2824866316461999,
            [1, 3587694693, 386609434369, 3160281327580079605], [5, 532333426, 780525753049], 'g'
        },
        {
            4611686018427400249, 0.4898862820590555, 0.9292118718366098,
            [1, 567468731, 592574130836, 7602258565237794751], [1, 697157242, 1018303858663], 'e'
        },
    };

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Gives_the_numbers_of_python(
        long seed, double first, double second, ulong[] bits, long[] integers, char chosen)
    {
        var random = new PythonRandom(seed);
        Assert.Equal([first, second], [random.Random(), random.Random()]);
        int[] widths = [1, 32, 40, 64];
        Assert.Equal(bits, widths.Select(random.GetRandBits));
        long[] drawn = [random.RandInt(-5, 5), random.RandInt(1, 1_000_000_000), random.RandInt(0, 1L << 40)];
        Assert.Equal(integers, drawn);
        Assert.Equal(chosen, random.Choice<char>("abcdefg"));
    }

    [Fact]
    public void Shuffles_as_python_does()
    {
        var items = Enumerable.Range(0, 10).ToArray();
        new PythonRandom(3).Shuffle<int>(items);
        Assert.Equal([1, 5, 6, 0, 9, 4, 7, 2, 8, 3], items);
    }

    [Fact]
    public void Goes_on_as_python_does_when_its_words_are_used_up()
    {
        var random = new PythonRandom(3);
        for (var i = 0; i < 1000; i++)
        {
            random.Random();
        }

        Assert.Equal(0.20235759117000895, random.Random());
    }

    [Fact]
    public void Seeding_starts_again()
    {
        var random = new PythonRandom();
        random.Seed(42);
        Assert.Equal(0.6394267984578837, random.Random());
    }

    [Fact]
    public void Two_that_were_not_seeded_differ() =>
        Assert.NotEqual(new PythonRandom().GetRandBits(64), new PythonRandom().GetRandBits(64));

    [Fact]
    public void Refuses_what_has_no_answer()
    {
        var random = new PythonRandom(1);
        Assert.Throws<ArgumentException>(() => random.RandInt(2, 1));
        Assert.Throws<ArgumentException>(() => random.RandInt(long.MinValue, long.MaxValue));
        Assert.Throws<ArgumentException>(() => random.Choice<int>([]));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.GetRandBits(65));
    }
}
