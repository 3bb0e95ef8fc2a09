using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Documents;

/// <summary>Words of a web page that have the colour of what they stand on.</summary>
public sealed class HtmlGroundTests
{
    [Theory]
    [InlineData("<div style='background-color:#c00000'><span style='color:rgb(192,0,0)'>字</span></div>")]
    [InlineData("<div style='background:#c00000'><p><b style='color:#C00000'>字</b></p></div>")]
    [InlineData("<table bgcolor='003366'><tr><td><font color='#003366'>字</font></td></tr></table>")]
    [InlineData("<font color='white'>字</font>")]
    [InlineData("<font color='#ffffff'>字</font>")]
    [InlineData("<span style='color: #FDFEFE !important'>字</span>")]
    [InlineData("<div style='color:white'><p>字</p></div>")]
    [InlineData("<p style='color:transparent'>字</p>")]
    [InlineData("<p style='color:rgba(0, 0, 0, 0)'>字</p>")]
    [InlineData("<p style='color:rgb(255 255 255 / 100%)'>字</p>")]
    [InlineData("<p class='w'>字</p>")]
    [InlineData("<div class='d'><p class='r'>字</p></div>")]
    [InlineData("<div style='background:#003366'><div style='background:none'><p style='color:#036'>字</p></div></div>")]
    [InlineData("<div style='background:url(a.png)'><div style='background:white'><p style='color:white'>字</p></div></div>")]
    public void Words_in_the_colour_of_their_ground_are_hidden(string body) => Assert.Equal(Layer.HiddenText, LayerOf(body));

    [Fact]
    public void Hidden_words_in_a_cell_leave_the_rest_of_it_in_its_place()
    {
        var page = Encoding.UTF8.GetBytes("<html><body><table><tr><td>前<span style='display:none'>暗</span>后</td><td>邻</td></tr></table></body></html>");
        var pieces = new DocumentReader().Read(new MemoryStream(page), "a.html", TestContext.Current.CancellationToken).Pieces.Where(p => p.Where.Layer != Layer.Name);

        Assert.Equal(
            ["Body table 1, row 1, column 1: 前", "HiddenText hidden element 1: 暗", "Body table 1, row 1, column 1: 后", "Body table 1, row 1, column 2: 邻"],
            pieces.Select(p => $"{p.Where.Layer} {p.Where}: {p.Text}"));
    }

    [Theory]
    [InlineData("<table><tr style='background:#003366'><th style='color:white'>字</th></tr></table>")]
    [InlineData("<table style='color:white'><tr style='background:#003366'><td>字</td></tr></table>")]
    [InlineData("<table bgcolor='#003366'><tr><td><font color='white'>字</font></td></tr></table>")]
    [InlineData("<h1 style='color:#fff;background:#1f4e79 url(a.png) no-repeat'>字</h1>")]
    [InlineData("<div style='background:linear-gradient(90deg, #fff, #000)'><p style='color:white'>字</p></div>")]
    [InlineData("<div style='background-image:url(a.png)'><p style='color:white'>字</p></div>")]
    [InlineData("<table background='a.png'><tr><td><font color='white'>字</font></td></tr></table>")]
    [InlineData("<div class='d'><p class='w'>字</p></div>")]
    [InlineData("<button class='w'>字</button>")]
    [InlineData("<div class='w'><a href='a.html'>字</a></div>")]
    [InlineData("<div style='background:rgba(0,0,0,0.5)'><p style='color:white'>字</p></div>")]
    [InlineData("<p style='color:red'>字</p>")]
    [InlineData("<p style='color:rgba(255,255,255,0.9);background:black'>字</p>")]
    public void Words_on_another_ground_are_seen(string body) => Assert.Equal(Layer.Body, LayerOf(body));

    private static Layer LayerOf(string body)
    {
        var page = $"<html><head><style>.w{{color:#fff}} .d{{background:#c00}} .r{{color:#cc0000}} @media print{{.w{{color:#000}}}}</style></head><body>{body}</body></html>";
        return new DocumentReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(page)), "a.html", TestContext.Current.CancellationToken).Pieces.Single(p => p.Text == "字").Where.Layer;
    }
}
