using Gongkai.Engines.Screening;

namespace Gongkai.Engines.Tests.Screening;

/// <summary>Invented people: numbers that obey the rules and belong to nobody, made from a seed.</summary>
internal sealed class People(int seed)
{
    private static readonly string[] Regions = ["110105", "310104", "330106", "420111", "510107", "610113", "150402", "820000", "440305"];

    private readonly Random _random = new(seed);

    public string Name() => $"{"赵钱孙李周吴郑王"[_random.Next(8)]}{"试验样例测"[_random.Next(5)]}{"甲乙丙丁戊"[_random.Next(5)]}";

    public string IdNumber(bool isTrue = true)
    {
        var day = new DateOnly(1960, 1, 1).AddDays(_random.Next(17_000));
        var number = $"{Regions[_random.Next(Regions.Length)]}{day:yyyyMMdd}{_random.Next(1000):D3}";
        var check = Engines.Screening.IdNumber.CheckCharacter(number);
        return number + (isTrue ? check : check == '5' ? '6' : '5');
    }

    public string OldIdNumber() => $"{Regions[_random.Next(7)]}{_random.Next(40, 80):D2}{_random.Next(1, 13):D2}{_random.Next(1, 29):D2}{_random.Next(1000):D3}";

    public string Mobile() => $"1{_random.Next(3, 10)}{_random.Next(10)}{_random.Next(100_000_000):D8}";

    public string Card(int length = 19)
    {
        var number = "62" + string.Concat(Enumerable.Range(0, length - 3).Select(_ => (char)('0' + _random.Next(10))));
        return number + Enumerable.Range(0, 10).Select(d => (char)('0' + d)).First(d => BankCard.IsValid(number + d));
    }
}
