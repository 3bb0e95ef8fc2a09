namespace Gongkai.Engines.Tests.Documents;

/// <summary>Words of an OFD page under and over what is painted, and tags that no page shows.</summary>
public sealed class OfdPaintTests
{
    private const string Space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private const string White = """<ofd:FillColor Value="255 255 255"/>""";

    [Theory]
    [InlineData("160 0 0", "", White, "", "Body")]
    [InlineData("255 255 255", "", White, "", "HiddenText")]
    [InlineData("", "0 0 0", "", "", "HiddenText")]
    [InlineData("", "160 0 0", "", "", "Body")]
    [InlineData("", "0 0 0", "", "Alpha=\"100\"", "Body")]
    [InlineData("0 0 0", "", "", "", "Body")]
    public void Words_may_lie_under_a_box_or_upon_it(string before, string after, string colour, string alpha, string layer)
    {
        var text = $"<ofd:TextObject Boundary=\"20 30 20 8\" Size=\"5\">{colour}<ofd:TextCode X=\"0\" Y=\"5\">字</ofd:TextCode></ofd:TextObject>";

        Assert.StartsWith(layer, Print(Box(before, alpha) + text + Box(after, alpha), ""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_of_somebodys_own_is_a_property() =>
        Assert.EndsWith("Property property custom tag t.xml: 暗字", Print("", "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>"), StringComparison.Ordinal);

    private static string Box(string colour, string alpha) => colour.Length == 0
        ? ""
        : $"<ofd:PathObject Boundary=\"15 25 180 20\" Fill=\"true\" {alpha}><ofd:FillColor Value=\"{colour}\"/><ofd:AbbreviatedData>M 0 0 L 180 0 L 180 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>";

    private static string Print(string objects, string more) => Layers.Print(
        new ZipBuilder()
            .Add("OFD.xml", $"<ofd:OFD {Space}/>")
            .Add("Doc_0/Document.xml", $"<ofd:Document {Space}><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages>{more}</ofd:Document>")
            .Add("Doc_0/Tags/CustomTags.xml", $"<ofd:CustomTags {Space}><ofd:CustomTag><ofd:FileLoc>t.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>")
            .Add("Doc_0/Tags/t.xml", "<a><ObjectRef>12</ObjectRef><b>暗字</b></a>")
            .Add("Doc_0/Pages/Page_0/Content.xml", $"<ofd:Page {Space}><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>")
            .Build(),
        "a.ofd");
}
