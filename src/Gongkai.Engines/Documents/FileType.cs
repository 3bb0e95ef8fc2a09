namespace Gongkai.Engines.Documents;

/// <summary>What a file is, told from its bytes and never from its name alone.</summary>
public enum FileType
{
    /// <summary>Nothing the reader knows.</summary>
    Unknown,

    /// <summary>Word document of the Open XML family (Word, WPS and LibreOffice write it).</summary>
    Docx,

    /// <summary>Workbook of the Open XML family.</summary>
    Xlsx,

    /// <summary>Presentation of the Open XML family.</summary>
    Pptx,

    /// <summary>Word 97-2003 document.</summary>
    Doc,

    /// <summary>Excel 97-2003 workbook; WPS writes the same under the ending .et.</summary>
    Xls,

    /// <summary>PowerPoint 97-2003 presentation.</summary>
    Ppt,

    /// <summary>Document of WPS Writer's own old form.</summary>
    Wps,

    /// <summary>OpenDocument text, sheet or presentation.</summary>
    OpenDocument,

    /// <summary>Portable Document Format.</summary>
    Pdf,

    /// <summary>Open Fixed-layout Document, GB/T 33190.</summary>
    Ofd,

    /// <summary>Web page.</summary>
    Html,

    /// <summary>Table in plain text, its fields separated by a mark.</summary>
    Csv,

    /// <summary>Plain text in any encoding.</summary>
    Text,

    /// <summary>Rich text format.</summary>
    Rtf,

    /// <summary>Zip archive.</summary>
    Zip,

    /// <summary>Another archive (RAR, 7z, gzip, tar) that is not opened.</summary>
    Archive,

    /// <summary>Electronic mail.</summary>
    Eml,

    /// <summary>Picture.</summary>
    Image,

    /// <summary>Sound or film.</summary>
    Media,

    /// <summary>Program that a computer would run.</summary>
    Executable,

    /// <summary>Office document under a password.</summary>
    Encrypted,
}
