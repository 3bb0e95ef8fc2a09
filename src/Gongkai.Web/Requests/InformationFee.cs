namespace Gongkai.Web.Requests;

/// <summary>信息处理费 (国办函〔2020〕109号): progressive, by item or by page, never both; only where the school's rules adopt it. In yuan.</summary>
public static class InformationFee
{
    private const int FreeItems = 10;
    private const int FirstStep = 30;

    /// <summary>For so many items of one applicant in a calendar month: 1 to 10 free, 11 to 30 at 100 each, then every ten items 100 more each.</summary>
    public static int ForItems(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        return Enumerable.Range(1, items).Sum(OfItem);
    }

    /// <summary>For one more item, when so many went before it in the month.</summary>
    public static int OfItem(int number) => number <= FreeItems ? 0 : number <= FirstStep ? 100 : 200 + (100 * ((number - FirstStep - 1) / 10));

    /// <summary>For so many pages of one request: 1 to 30 free, to 100 at 10, to 200 at 20, then at 40.</summary>
    public static int ForPages(int pages)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(pages);
        return (10 * Within(pages, 30, 100)) + (20 * Within(pages, 100, 200)) + (40 * Within(pages, 200, int.MaxValue));
    }

    private static int Within(int pages, int above, int upTo) => Math.Max(0, Math.Min(pages, upTo) - above);
}
