using System.Text;
using Gongkai.Engines.Documents;

namespace Gongkai.Engines.Tests.Screening.Masking;

/// <summary>Masked copies of plain text and of tables in plain text: what is not masked stays byte for byte.</summary>
public sealed class MaskedTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("第一行")]
    [InlineData("第一行\r\n\r\n第三行\r\n")]
    [InlineData("第一行\n第二行\r\n\t第三行  \n")]
    [InlineData("﻿标记之后")]
    public void A_text_without_personal_data_stays_as_it_is(string text)
    {
        var masked = MaskedFile.Of(text, "a.txt");

        Assert.Equal((text, 0, FileType.Text), (masked.Text, masked.Copy.Masked, masked.Copy.Type));
    }

    [Fact]
    public void Every_line_keeps_its_own_end() =>
        Assert.Equal("张试\r\n手机 138****8000\r\n\n李验 139****9000", MaskedFile.Of("张试\r\n手机 13800138000\r\n\n李验 13900139000", "a.txt").Text);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("GB18030", false)]
    [InlineData("big5", false)]
    public void A_text_keeps_its_encoding_and_the_mark_at_its_beginning(string encoding, bool hasMark)
    {
        Gongkai.Engines.Documents.Text.TextEncodings.Register();
        var chosen = Encoding.GetEncoding(encoding);
        byte[] mark = hasMark ? chosen.GetPreamble() : [];
        byte[] Bytes(string number) => [.. mark, .. chosen.GetBytes($"聯絡人與地址如下，請各位同學詳細核對，如有錯誤請聯絡學務處辦理更正手續\n手機 {number}\n")];

        Assert.Equal(Bytes("138****8000"), MaskedFile.Of(new MemoryStream(Bytes("13800138000")), "a.txt").Bytes);
    }

    [Theory]
    [InlineData("姓名,手机\n张试,13800138000\n", "姓名,手机\n张试,138****8000\n")]
    [InlineData("姓名,手机\r\n张试,13800138000", "姓名,手机\r\n张试,138****8000")]
    [InlineData("姓名;手机\n张试;13800138000\n", "姓名;手机\n张试;138****8000\n")]
    [InlineData("姓名|手机|\n张试|13800138000|\n", "姓名|手机|\n张试|138****8000|\n")]
    [InlineData("姓名,手机\n\"张试\",\"13800138000\"\n", "姓名,手机\n\"张试\",\"138****8000\"\n")]
    [InlineData("姓名,说明\n张试,\"说“好”, \"\"急\"\" 13800138000\"\n", "姓名,说明\n张试,\"说“好”, \"\"急\"\" 138****8000\"\n")]
    [InlineData("姓名,说明\n\"张\"\"试\"\"\",手机13800138000\n", "姓名,说明\n\"张\"\"试\"\"\",手机138****8000\n")]
    [InlineData("姓名,说明\n张试,\"手机\n13800138000\"\n李验,13900139000\n", "姓名,说明\n张试,\"手机\n138****8000\"\n李验,139****9000\n")]
    [InlineData("姓名,,手机\n,,\n张试,,13800138000\n", "姓名,,手机\n,,\n张试,,138****8000\n")]
    public void A_table_keeps_its_separators_its_quotes_and_its_line_ends(string table, string masked)
    {
        var copy = MaskedFile.Of(table, "a.csv");

        Assert.Equal((masked, FileType.Csv), (copy.Text, copy.Copy.Type));
        Assert.Empty(copy.Copy.Remaining);
    }

    [Fact]
    public void A_table_that_is_told_by_its_name_keeps_its_tabs() =>
        Assert.Equal("姓名\t手机\n张试\t138****8000\n", MaskedFile.Of("姓名\t手机\n张试\t13800138000\n", "a.tsv").Text);

    [Fact]
    public void Only_the_same_row_and_column_is_masked() =>
        Assert.Equal("项目编号,手机\n13800138000,138****8000\n13800138000,\n", MaskedFile.Of("项目编号,手机\n13800138000,13800138000\n13800138000,\n", "a.csv").Text);
}
