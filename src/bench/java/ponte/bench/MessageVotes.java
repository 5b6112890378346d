package ponte.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/**
 * The plain way: BM25 over messages as Lucene's English analyser reads them, each of the first 200
 * giving its score to its writer.
 */
final class MessageVotes implements PeopleRanking, AutoCloseable {

  private static final int MESSAGES = 200;
  private static final String TEXT = "text";
  private static final String AUTHOR = "author";

  private final EnglishAnalyzer analyzer = new EnglishAnalyzer();
  private final IndexWriter writer;

  MessageVotes() throws IOException {
    writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
  }

  @Override
  public String name() {
    return "plain BM25 votes";
  }

  @Override
  public void heard(List<Message> talk) {
    try {
      for (var message : talk) {
        var document = new Document();
        document.add(new TextField(TEXT, message.text().searchable(), Field.Store.NO));
        document.add(new StoredField(AUTHOR, message.author().toString()));
        writer.addDocument(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    try (var reader = DirectoryReader.open(writer)) {
      var searcher = new IndexSearcher(reader);
      var scores = new HashMap<PersonId, Double>();
      for (var hit : searcher.search(query(words), MESSAGES).scoreDocs) {
        var author = PersonId.parse(searcher.storedFields().document(hit.doc).get(AUTHOR));
        scores.merge(author, (double) hit.score, Double::sum);
      }
      return PeopleRanking.best(scores, question.asker());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BooleanQuery query(String words) throws IOException {
    var terms = new LinkedHashSet<String>();
    try (var stream = analyzer.tokenStream(TEXT, words)) {
      var term =
          stream.addAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(term.toString());
      }
      stream.end();
    }
    var query = new BooleanQuery.Builder();
    terms.stream()
        .limit(IndexSearcher.getMaxClauseCount())
        .forEach(term -> query.add(new TermQuery(new Term(TEXT, term)), Occur.SHOULD));
    return query.build();
  }

  @Override
  public void close() throws IOException {
    writer.close();
    analyzer.close();
  }
}
