package ponte.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/** A way to tell whether somebody asks. */
interface QuestionSpotting {

  String name();

  /** Whether any sentence of a text asks; texts come in their order. */
  boolean asks(String text);

  static List<QuestionSpotting> all(Nlp nlp) {
    return List.of(new OfPonte(nlp), new HasMark(), new MarkOrFirstWord());
  }

  /**
   * What Ponte's features see: the language by the line and those before it, then the sentences.
   */
  final class OfPonte implements QuestionSpotting {

    private static final int CONTEXT = 5;

    private final Nlp nlp;
    private final Deque<String> context = new ArrayDeque<>();

    OfPonte(Nlp nlp) {
      this.nlp = nlp;
    }

    @Override
    public String name() {
      return "Ponte";
    }

    @Override
    public boolean asks(String text) {
      var language = nlp.language(text, List.copyOf(context), Language.ENGLISH);
      context.addLast(text);
      if (context.size() > CONTEXT) {
        context.removeFirst();
      }
      return nlp.sentences(text).stream()
          .anyMatch(sentence -> nlp.question(sentence, language) != QuestionSign.NONE);
    }
  }

  /** A question mark anywhere. */
  record HasMark() implements QuestionSpotting {

    @Override
    public String name() {
      return "has a mark";
    }

    @Override
    public boolean asks(String text) {
      return text.indexOf('?') >= 0;
    }
  }

  /** A question mark at the end, or a first word that questions begin with. */
  record MarkOrFirstWord() implements QuestionSpotting {

    private static final Set<String> FIRST =
        Set.of(
            ("who what which whose why how when where is are was were do does did can could will"
                    + " would should may has have any anyone anybody chi cosa come dove quando"
                    + " perché quale quali quanto quanta quanti quante qualcuno sapete avete"
                    + " potete posso")
                .split(" "));

    @Override
    public String name() {
      return "mark or first word";
    }

    @Override
    public boolean asks(String text) {
      var words = text.strip().toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2);
      return text.strip().endsWith("?") || FIRST.contains(words[0]);
    }
  }
}
