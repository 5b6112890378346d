package ponte.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
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
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/** The plain way: BM25 over messages, each of the first ones giving its score to its writer. */
final class MessageVotes implements PeopleRanking {

  private static final String TEXT = "text";
  private static final String AUTHOR = "author";
  private static final String AT = "at";
  private static final String OPENED = "opened";

  /**
   * @param messages how many vote
   * @param opener the worth of what somebody said in a conversation that they opened
   * @param halfLifeDays infinite: none fades
   */
  record Rules(int messages, double opener, double halfLifeDays) {}

  private final Archive archive;
  private final Audience audience;
  private final Analyzer analyzer;
  private final Rules rules;
  private final IndexWriter writer;

  MessageVotes(Archive archive, Audience audience, Analyzer analyzer, Rules rules) {
    this.archive = archive;
    this.audience = audience;
    this.analyzer = analyzer;
    this.rules = rules;
    try {
      writer = new IndexWriter(new ByteBuffersDirectory(), new IndexWriterConfig(analyzer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String name() {
    return "BM25 message votes";
  }

  @Override
  public void heard(List<Message> talk) {
    try {
      for (var message : talk) {
        var document = new Document();
        document.add(new TextField(TEXT, message.text().searchable(), Field.Store.NO));
        document.add(new StoredField(AUTHOR, message.author().toString()));
        document.add(new StoredField(AT, message.at().toEpochMilli()));
        document.add(new StoredField(OPENED, isByOpener(message) ? 1 : 0));
        writer.addDocument(document);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isByOpener(Message message) {
    return archive
        .find(message.id(), audience)
        .flatMap(filed -> archive.find(filed.conversation(), audience))
        .filter(opening -> opening.message().author().equals(message.author()))
        .isPresent();
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    try (var reader = DirectoryReader.open(writer)) {
      var searcher = new IndexSearcher(reader);
      var scores = new HashMap<PersonId, Double>();
      for (var hit : searcher.search(query(words), rules.messages()).scoreDocs) {
        var stored = searcher.storedFields().document(hit.doc);
        var at = Instant.ofEpochMilli(stored.getField(AT).numericValue().longValue());
        var opened = stored.getField(OPENED).numericValue().intValue() > 0;
        scores.merge(
            PersonId.parse(stored.get(AUTHOR)),
            hit.score
                * (opened ? rules.opener() : 1)
                * Math.pow(2, -question.daysSince(at) / rules.halfLifeDays()),
            Double::sum);
      }
      return PeopleRanking.best(scores, question.asker());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BooleanQuery query(String words) throws IOException {
    var terms = new LinkedHashSet<String>();
    try (var stream = analyzer.tokenStream(TEXT, words)) {
      var term = stream.addAttribute(CharTermAttribute.class);
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
}
