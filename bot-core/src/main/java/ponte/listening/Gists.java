package ponte.listening;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.LanguageSign;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * The terms of messages, kept in memory so that no text is taken apart twice while there is room: a
 * look at a month reads most of what the one before it read. A message is known by its id and its
 * text, as in a digest, but a term has four bytes here, so that a year fits in.
 */
final class Gists {

  /** Of so many messages; what was unused for longest goes first. This is about 50 MB. */
  private static final int ROOM = 150_000;

  /** Pasted logs are long and tell no topic. */
  private static final int MOST_CHARACTERS = 1_500;

  /** A page of code has too many words for each to be one that people know it by. */
  private static final int MOST_CODED = 40;

  private static final int[] NONE = {};

  private final Nlp nlp;
  private final int room;
  private final Map<MessageId, Gist> kept = new LinkedHashMap<>(16, 0.75f, true);

  Gists(Nlp nlp) {
    this(nlp, ROOM);
  }

  /**
   * @param room of how many messages the terms are kept
   */
  Gists(Nlp nlp, int room) {
    this.nlp = nlp;
    this.room = room;
  }

  /** What one text says. */
  static final class Gist {

    private final int text;
    private final LanguageSign sign;
    private @Nullable Language read;
    private int[] terms = NONE;
    private int[] coded = NONE;
    private int @Nullable [] asked;

    private Gist(int text, LanguageSign sign) {
      this.text = text;
      this.sign = sign;
    }

    LanguageSign sign() {
      return sign;
    }
  }

  /** Each term of a language by four bytes: two of a workspace hardly ever have the same ones. */
  static int code(String term) {
    return term.hashCode();
  }

  /** The terms of some words, in order. */
  int[] codes(String words, Language language) {
    return nlp.terms(words, language).stream().mapToInt(Gists::code).toArray();
  }

  Gist of(Message message) {
    synchronized (kept) {
      var known = kept.get(message.id());
      if (known != null && known.text == message.text().hashCode()) {
        return known;
      }
    }
    var gist = new Gist(message.text().hashCode(), nlp.languageSign(prose(message)));
    synchronized (kept) {
      kept.put(message.id(), gist);
      if (kept.size() > room) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return gist;
  }

  /** The terms of a message in its language, in order. */
  int[] terms(Message message, Gist gist, Language language) {
    synchronized (gist) {
      if (gist.read != language) {
        read(message, gist, language);
      }
      return gist.terms;
    }
  }

  /** The terms of what a message writes as code, each once. */
  int[] coded(Message message, Gist gist, Language language) {
    synchronized (gist) {
      if (gist.read != language) {
        read(message, gist, language);
      }
      return gist.coded;
    }
  }

  private void read(Message message, Gist gist, Language language) {
    var code = message.text().code();
    gist.terms = codes(prose(message), language);
    gist.coded =
        code.isEmpty()
            ? NONE
            : Arrays.stream(codes(cut(code), language)).distinct().limit(MOST_CODED).toArray();
    gist.read = language;
  }

  /** The terms of the sentences of a message that ask something, in order; empty: none does. */
  int[] asked(Message message, Gist gist, Language language) {
    synchronized (gist) {
      var known = gist.asked;
      if (known == null) {
        known =
            nlp.sentences(prose(message)).stream()
                .filter(sentence -> nlp.question(sentence, language) != QuestionSign.NONE)
                .flatMapToInt(sentence -> Arrays.stream(codes(sentence, language)))
                .toArray();
        gist.asked = known;
      }
      return known;
    }
  }

  /** The terms among these codes, as the message has them. */
  List<String> spelled(Message message, Language language, int... codes) {
    var found = new ArrayList<String>();
    for (var term : nlp.terms(prose(message), language)) {
      if (Arrays.stream(codes).anyMatch(code -> code == code(term)) && !found.contains(term)) {
        found.add(term);
      }
    }
    return found;
  }

  /** What is counted and compared: code, addresses and others' words tell no topic. */
  private static String prose(Message message) {
    return cut(message.text().prose());
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
  }

  /** Lets go of what a message said. */
  void forget(MessageId message) {
    synchronized (kept) {
      kept.remove(message);
    }
  }

  /** Lets go of everything. */
  void forgetAll() {
    synchronized (kept) {
      kept.clear();
    }
  }
}
