namespace Gongkai.Engines.Tests.Documents;

/// <summary>Words of a presentation under a box, without colour, or beside the slide in the speaker's notes.</summary>
public sealed class SlideCoverTests
{
    private const string Black = """<a:solidFill><a:srgbClr val="000000"/></a:solidFill>""";
    private const string Glass = """<a:solidFill><a:srgbClr val="000000"><a:alpha val="40000"/></a:srgbClr></a:solidFill>""";
    private const string Clear = """<a:solidFill><a:srgbClr val="000000"><a:alpha val="0"/></a:srgbClr></a:solidFill>""";

    [Theory]
    [InlineData("90 90 300 300", "rect", Black, "", "HiddenText")]
    [InlineData("150 90 300 300", "rect", Black, "", "TextBox")]
    [InlineData("90 90 300 300", "ellipse", Black, "", "TextBox")]
    [InlineData("90 90 300 300", "rect", Glass, "", "TextBox")]
    [InlineData("90 90 300 300", "rect", Black, "<p:timing/>", "TextBox")]
    public void Words_may_lie_under_a_box(string box, string form, string fill, string more, string layer)
    {
        var place = box.Split(' ');
        var over = $"""<p:sp><p:spPr><a:xfrm><a:off x="{place[0]}" y="{place[1]}"/><a:ext cx="{place[2]}" cy="{place[3]}"/></a:xfrm><a:prstGeom prst="{form}"/>{fill}</p:spPr></p:sp>""";

        Assert.Equal($"{layer} drawing slide1.xml: 字", Print(Words("") + over, more));
    }

    [Fact]
    public void Words_without_colour_are_not_seen() => Assert.Equal("HiddenText drawing slide1.xml: 字", Print(Words(Clear), ""));

    [Fact]
    public void Notes_of_the_speaker_are_a_remark()
    {
        const string number = """<p:sp><p:nvPr><p:ph type="sldNum"/></p:nvPr><a:p><a:fld><a:t>1</a:t></a:fld></a:p></p:sp>""";
        const string words = "<p:sp><a:p><a:r><a:t>备注</a:t></a:r></a:p></p:sp>";

        Assert.Equal("Comment notes notesSlide1.xml: 备注", Layers.Print(Notes(number + words), "a.pptx"));
        Assert.Equal("", Layers.Print(Notes(number), "a.pptx"));
    }

    private static MemoryStream Notes(string shapes) => new ZipBuilder().Add("ppt/presentation.xml", "<p:presentation xmlns:p=\"urn:p\"/>")
        .Add("ppt/notesSlides/notesSlide1.xml", $"<p:notes xmlns:p=\"urn:p\" xmlns:a=\"urn:a\">{shapes}</p:notes>").Build();

    private static string Words(string colour) =>
        $"""<p:sp><p:spPr><a:xfrm><a:off x="100" y="100"/><a:ext cx="200" cy="200"/></a:xfrm></p:spPr><p:txBody><a:p><a:r><a:rPr>{colour}</a:rPr><a:t>字</a:t></a:r></a:p></p:txBody></p:sp>""";

    private static string Print(string shapes, string more) => Layers.Print(
        new ZipBuilder().Add("ppt/presentation.xml", """<p:presentation xmlns:p="urn:p"><p:sldSz cx="1000" cy="1000"/></p:presentation>""")
            .Add("ppt/slides/slide1.xml", $"<p:sld xmlns:p=\"urn:p\" xmlns:a=\"urn:a\"><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>{more}</p:sld>").Build(),
        "a.pptx");
}
