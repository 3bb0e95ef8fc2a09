using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Words that an OFD document keeps off its pages.</summary>
public sealed class OfdLayerTests
{
    private const string Space = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private const string Area = "<ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>";

    [Theory]
    [InlineData(Area, "300 100 170 8", true)]
    [InlineData(Area, "20 300 170 8", true)]
    [InlineData(Area, "-80 20 60 8", true)]
    [InlineData("", "300 100 170 8", true)]
    [InlineData(Area, "20 100 170 8", false)]
    [InlineData(Area, "200 100 170 8", false)]
    [InlineData("<ofd:Area><ofd:PhysicalBox>0 0 420 297</ofd:PhysicalBox></ofd:Area>", "300 100 60 8", false)]
    public void Words_off_the_page_are_hidden(string area, string boundary, bool isHidden)
    {
        var file = new ZipBuilder()
            .Add("OFD.xml", $"<ofd:OFD {Space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
            .Add("Doc_0/Document.xml", $"<ofd:Document {Space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Page_0/Content.xml\"/></ofd:Pages></ofd:Document>")
            .Add("Doc_0/Pages/Page_0/Content.xml", $"<ofd:Page {Space}>{area}<ofd:Content><ofd:Layer><ofd:TextObject ID=\"2\" Boundary=\"{boundary}\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\">版式文字</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>")
            .Build();

        var piece = new DocumentReader().Read(file, "a.ofd", TestContext.Current.CancellationToken).Pieces.Single(p => p.Text == "版式文字");
        Assert.Equal(isHidden ? Layer.HiddenText : Layer.Body, piece.Where.Layer);
    }
}
