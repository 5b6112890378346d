package ponte.opensearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.SmallFloat;
import ponte.archive.EpochNanos;
import ponte.archive.Found.Part;
import ponte.archive.Held;
import ponte.archive.SpokenWords;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.store.Codec;

/**
 * Makes a conversation's document: the words of all its messages, each in its own language. They
 * are analysed here, as those of a topic are: the cluster needs no plugin, and has no analyser of
 * its own that could differ.
 */
final class ConversationWords {

  private final Nlp nlp;

  ConversationWords(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * @param talk the messages of people, oldest first, at least one
   */
  Map<String, Object> document(MessageId opening, List<Message> talk, long change) {
    var document =
        Json.object(
            Fields.OPENING, opening.toString(),
            Fields.WHERE, opening.channel().toString(),
            Fields.LAST, EpochNanos.of(talk.getLast().at()),
            Fields.PARTS, Codec.write(new Held(opening, Part.of(talk))),
            Fields.CHANGE, change);
    SpokenWords.of(talk, nlp).forEach((language, words) -> add(document, language, words));
    return document;
  }

  private void add(Map<String, Object> document, Language language, String words) {
    var counted = Counted.of(words, language);
    var repeats = new ArrayList<String>();
    counted.frequencies().forEach((term, often) -> repeats.addAll(Repeats.of(term, often)));
    document.put(Fields.words(language), List.copyOf(counted.frequencies().keySet()));
    document.put(Fields.repeats(language), repeats);
    document.put(Fields.length(language), counted.length());
    document.put(Fields.spellings(language), List.copyOf(nlp.spellings(words, language)));
  }

  /**
   * The terms of a text.
   *
   * @param length how many there are; of those in one place one counts, and of many their number is
   *     about right, both as Lucene's BM25 has it
   */
  record Counted(Map<String, Integer> frequencies, int length) {

    static Counted of(String text, Language language) {
      var frequencies = new LinkedHashMap<String, Integer>();
      var length = 0;
      try (var stream = Analyzers.of(language).tokenStream("", text)) {
        var term = stream.addAttribute(CharTermAttribute.class);
        var step = stream.addAttribute(PositionIncrementAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          frequencies.merge(term.toString(), 1, Integer::sum);
          length += step.getPositionIncrement() == 0 ? 0 : 1;
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException("reading from memory failed", e);
      }
      return new Counted(frequencies, SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)));
    }
  }
}
