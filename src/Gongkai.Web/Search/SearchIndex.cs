using System.Globalization;
using System.Runtime.CompilerServices;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Gongkai.Web.Search;

/// <summary>The index of one institution on one node: published text only, made of the database and made anew whenever it is missing, damaged or of another
/// form. It knows nothing of the database; <see cref="IndexKeeper"/> feeds it.</summary>
internal sealed class SearchIndex : IDisposable
{
    /// <summary>The form of what is written; another one is made anew.</summary>
    public const string Form = "1";

    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private static readonly FieldType Positions = Frozen(new FieldType(TextField.TYPE_NOT_STORED) { OmitNorms = false });

    private readonly Lucene.Net.Store.Directory _directory;
    private readonly IndexWriter _writer;
    private readonly ConditionalWeakTable<object, SegmentFacts> _facts = [];
    private readonly System.Threading.Lock _gate = new();
    private DirectoryReader _reader;

    /// <summary>Opens the index in a folder.</summary>
    /// <exception cref="LockObtainFailedException">Somebody else has it open.</exception>
    public SearchIndex(string folder)
    {
        Folder = folder;
        // A file mapped into memory is read byte by byte through a lock, and every reader of it is remembered until the collector comes by (Lucene.NET issue 1151).
        _directory = new SimpleFSDirectory(System.IO.Directory.CreateDirectory(folder));
        try
        {
            _writer = new IndexWriter(_directory, new IndexWriterConfig(Version, new NoAnalyzer())
            {
                Similarity = new BM25Similarity(),
                RAMBufferSizeMB = 32,
                Codec = new SmallChunks(),
                OpenMode = OpenMode.CREATE_OR_APPEND,
            });
            _reader = _writer.GetReader(applyAllDeletes: true);
        }
        catch
        {
            _directory.Dispose();
            throw;
        }
    }

    public string Folder { get; }

    public Ordinals Units { get; } = new();

    public Ordinals Items { get; } = new();

    /// <summary>How far it has come, as it was written down with the last commit; null when it is new or of another form.</summary>
    public IndexMark? Mark => _writer.CommitData is { } data && data.TryGetValue("form", out var form) && form == Form ? IndexMark.Read(data) : null;

    public int Count => _reader.NumDocs;

    public void Put(IndexedRecord record)
    {
        var document = new Document
        {
            new StringField("id", record.RecordId.ToString("N"), Field.Store.NO),
            new StoredField("edition", record.EditionId.ToString("N")),
            new StoredField("shown", record.Title),
            new StoredField("body", record.Body),
            new Field(IndexQuery.Title, new UnitStream(record.Title), Positions),
            new Field(IndexQuery.Text, new UnitStream($"{record.Title}\n{record.Head}\n{record.Body}"), Positions),
            new BinaryDocValuesField(SegmentFacts.Field, SegmentFacts.Write(record)),
        };
        if (record.Files.Count > 0)
        {
            document.Add(new Field(IndexQuery.Files, new UnitStream(string.Join('\n', record.Files.SelectMany(f => f.Places.Select(p => p.Text).Prepend(f.Name)))), Positions));
            foreach (var file in record.Files)
            {
                document.Add(new StoredField("file", file.Write()));
            }
        }

        _writer.UpdateDocument(new Term("id", record.RecordId.ToString("N")), document);
    }

    public void Remove(Guid recordId) => _writer.DeleteDocuments(new Term("id", recordId.ToString("N")));

    public void Clear() => _writer.DeleteAll();

    /// <summary>The files of a record as they were read before, so that a file is read once.</summary>
    public IReadOnlyList<IndexedFile> FilesOf(Guid recordId) => Use(searcher =>
    {
        var found = searcher.Search(new TermQuery(new Term("id", recordId.ToString("N"))), 1).ScoreDocs;
        return found.Length == 0 ? [] : FilesOf(searcher.Doc(found[0].Doc));
    });

    /// <summary>Lets searches see what was written.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            if (DirectoryReader.OpenIfChanged(_reader, _writer, applyAllDeletes: true) is { } newer)
            {
                var older = _reader;
                _reader = newer;
                older.DecRef();
            }
        }
    }

    /// <summary>Writes down how far it has come; what a crash loses is fed again.</summary>
    public void Commit(IndexMark mark)
    {
        _writer.SetCommitData(mark.Write());
        _writer.Commit();
    }

    /// <summary>Does something with a reader that stays open meanwhile.</summary>
    public T Use<T>(Func<IndexSearcher, T> use)
    {
        DirectoryReader reader;
        lock (_gate)
        {
            reader = _reader;
            reader.IncRef();
        }

        try
        {
            return use(new IndexSearcher(reader) { Similarity = new BM25Similarity() });
        }
        finally
        {
            reader.DecRef();
        }
    }

    public SegmentFacts FactsOf(AtomicReader reader) => _facts.GetValue(reader.CoreCacheKey, _ => SegmentFacts.Read(reader, Units, Items));

    public static IndexHit HitOf(Document document) => new(
        Guid.ParseExact(Stored(document, "edition"), "N"), Stored(document, "shown"), Stored(document, "body"), FilesOf(document));

    public void Dispose()
    {
        // Reading back what was committed is cheap; merging at the end of the program is not.
        try
        {
            _writer.Dispose(waitForMerges: false);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            if (IndexWriter.IsLocked(_directory))
            {
                IndexWriter.Unlock(_directory);
            }
        }

        _reader.DecRef();
        _directory.Dispose();
    }

    private static List<IndexedFile> FilesOf(Document document) => [.. document.GetValues("file", CultureInfo.InvariantCulture).Select(IndexedFile.Read)];

    private static string Stored(Document document, string field) => document.Get(field, CultureInfo.InvariantCulture);

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}

/// <summary>How far an index has come: the last change it holds, the instant up to which what appears and ends by itself is in it, and which rebuild it answers.</summary>
internal sealed record IndexMark(int Change, DateTime At, int Generation)
{
    public Dictionary<string, string> Write() => new()
    {
        ["form"] = SearchIndex.Form,
        ["change"] = Change.ToString(CultureInfo.InvariantCulture),
        ["at"] = At.Ticks.ToString(CultureInfo.InvariantCulture),
        ["generation"] = Generation.ToString(CultureInfo.InvariantCulture),
    };

    public static IndexMark Read(IDictionary<string, string> data) => new(
        int.Parse(data["change"], CultureInfo.InvariantCulture),
        new DateTime(long.Parse(data["at"], CultureInfo.InvariantCulture), DateTimeKind.Utc),
        int.Parse(data["generation"], CultureInfo.InvariantCulture));
}
