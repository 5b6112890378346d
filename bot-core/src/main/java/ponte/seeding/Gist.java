package ponte.seeding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.expert.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.reply.Texts;

/** What of a message is quoted: all of it, or of a long one what it asks or says of a topic. */
final class Gist {

  private static final int MOST = 300;
  private static final int MOST_OF_A_SENTENCE = 200;
  private static final int WHOLE = 4_000;

  /** What stands before the words of who was spoken to. */
  private static final String LEFT_OVER = "^[\\p{P}\\s&&[^\"“«(]]+";

  /** After these a name is part of what is said, and nobody is spoken to. */
  private static final Pattern JOINED =
      Pattern.compile(
          "\\s*(and|&|or|is|was|has|had|have|are|were|will|would|says|said|asked|e|ed|è|era|ha"
              + "|hanno|sono|dice|diceva|aveva)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private final Nlp nlp;

  Gist(Nlp nlp) {
    this.nlp = nlp;
  }

  /**
   * The words that are quoted: of a long message how it begins, and what it is quoted for.
   *
   * @param topic what it is quoted for; empty: for what it asks
   */
  String of(Message message, String topic) {
    var all = whole(message);
    if (all.length() <= MOST) {
      return all;
    }
    return telling(nlp.sentences(all), topic)
        .filter(sentence -> all.indexOf(sentence) + sentence.length() > MOST)
        .map(sentence -> Quote.shortened(sentence, MOST_OF_A_SENTENCE))
        .map(sentence -> Quote.shortened(all, MOST - sentence.length()) + " " + sentence)
        .orElseGet(() -> Quote.shortened(all, MOST));
  }

  /** All of it, so that it reads as said where names of people are left out. */
  private String whole(Message message) {
    if (message.text().mentions().isEmpty()) {
      return Quote.of(message, WHOLE);
    }
    var language = nlp.language(message.text().prose(), List.of(), Language.ENGLISH);
    var quote =
        Quote.of(message.saying(unnamed(message.text(), Texts.in(language))), WHOLE)
            .replaceFirst(LEFT_OVER, "");
    return quote.isEmpty()
        ? quote
        : quote.substring(0, 1).toUpperCase(Locale.ROOT) + quote.substring(1);
  }

  /** With a colleague for each that is named, but for whom it speaks to at its beginning. */
  private static RichText unnamed(RichText text, Texts texts) {
    var spans = new ArrayList<Span>();
    for (int i = 0; i < text.spans().size(); i++) {
      var span = text.spans().get(i);
      if (span instanceof Span.Mention) {
        boolean spokenTo = isNothing(spans) && !isJoined(text.spans(), i + 1);
        spans.add(new Span.Plain(spokenTo ? " " : texts.say("seed.colleague")));
      } else {
        spans.add(span);
      }
    }
    return new RichText(spans);
  }

  private static boolean isNothing(List<Span> spans) {
    return new RichText(spans).searchable().isBlank();
  }

  /** Whether what follows makes a name part of a sentence: "@kim and I have", "@kim is". */
  private static boolean isJoined(List<Span> spans, int next) {
    return next < spans.size()
        && spans.get(next) instanceof Span.Plain(var words)
        && JOINED.matcher(words).lookingAt();
  }

  /** The sentence for which it is quoted: of several questions the one that says most. */
  private static Optional<String> telling(List<String> sentences, String topic) {
    return topic.isEmpty()
        ? sentences.stream()
            .filter(sentence -> sentence.endsWith("?"))
            .max(Comparator.comparingInt(String::length))
        : sentences.stream().filter(sentence -> has(topic, sentence)).findFirst();
  }

  private static boolean has(String topic, String sentence) {
    return sentence.toLowerCase(Locale.ROOT).contains(topic.toLowerCase(Locale.ROOT));
  }
}
