package ponte.wording;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Sought.StandIn;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Finds the words in which people talk about a topic: other ways to write its words, what its
 * abbreviations are short for and what it is abbreviated to, the other language's words for them,
 * and what was meant where a word is misspelt.
 *
 * <p>It looks at the words that an audience may see, when it asks, and keeps nothing.
 */
public final class Wordings {

  /** Of more words each says little: then only the other language's are looked for. */
  private static final int FEW = 8;

  /** What stands in for a word with such worth means the same. */
  private static final double SURE = 0.9;

  private static final int UNICODE = Pattern.UNICODE_CHARACTER_CLASS;

  private final Archive archive;
  private final Nlp nlp;

  public Wordings(Archive archive, Nlp nlp) {
    this.archive = archive;
    this.nlp = nlp;
  }

  /**
   * The words for a topic; only its own where it stands in quotes.
   *
   * @param otherwise the language of the topic where it does not tell
   * @param audience only what it may see has words
   */
  public Wording of(String topic, Language otherwise, Audience audience) {
    if (Wording.quoted(topic) != null) {
      return Wording.asTyped(topic);
    }
    var usage = new Usage(archive, audience);
    var subject = subject(topic, otherwise);
    var asked = asked(subject, otherwise, usage).settled(Wordings::readAll);
    var corrections =
        isShort(asked) ? usage.read(() -> Misspellings.in(asked)) : List.<Wording.Correction>of();
    if (corrections.isEmpty()) {
      var gist = nlp.gist(subject, nlp.language(subject).orElse(otherwise));
      return new Wording(topic, topic, subject, gist, List.of(), asked.standIns());
    }
    var corrected = corrected(topic, corrections);
    var meant = corrected(subject, corrections);
    var standIns = asked(meant, otherwise, usage).settled(Wordings::readAll).standIns();
    return new Wording(topic, corrected, meant, meant, corrections, standIns);
  }

  /**
   * The same topic with an acronym written out, or with what is written out by its acronym, as the
   * texts explain it that an audience may see; none where they do not.
   *
   * @param otherwise the language of the topic where it does not tell
   */
  public List<String> writtenOtherwise(String topic, Language otherwise, Audience audience) {
    return writtenOtherwise(topic, asked(topic, otherwise, new Usage(archive, audience)));
  }

  private static List<String> writtenOtherwise(String topic, Asked asked) {
    return asked.usage().read(() -> Acronyms.in(asked)).stream()
        .map(meaning -> replaced(topic, meaning.typed(), meaning.other()))
        .toList();
  }

  /**
   * What is said for the very same: written out or for short, its parts joined or apart, its middle
   * letters counted, or in the other language; none where nobody does.
   *
   * @param otherwise the language of the topic where it does not tell
   */
  public List<String> ofTheSame(String topic, Language otherwise, Audience audience) {
    var asked = asked(topic, otherwise, new Usage(archive, audience));
    var written = writtenOtherwise(topic, asked);
    if (asked.words().size() != 1) {
      return written;
    }
    return Stream.concat(
            written.stream(),
            asked.settled(Wordings::read).standIns().stream()
                .filter(each -> each.worth() >= SURE)
                .map(StandIn::other))
        .distinct()
        .toList();
  }

  /** A topic with other words in place of some of its own, which may have small ones between. */
  private static String replaced(String topic, List<String> typed, String other) {
    var from = topic.indexOf(typed.getFirst());
    var until = topic.indexOf(typed.getLast(), from) + typed.getLast().length();
    return topic.substring(0, from) + other + topic.substring(until);
  }

  /** What may be the acronyms of the words of a text, in lower case. */
  public static Set<String> initials(String text, Language language, Nlp nlp) {
    return Acronyms.initialsIn(
        nlp.words(text, language).stream()
            .filter(word -> !nlp.terms(word, language).isEmpty())
            .toList());
  }

  private String subject(String topic, Language otherwise) {
    return nlp.subject(topic, nlp.language(topic).orElse(otherwise));
  }

  private static String corrected(String words, List<Wording.Correction> corrections) {
    var corrected = words;
    for (var correction : corrections) {
      corrected =
          Pattern.compile("\\b" + Pattern.quote(correction.typed()) + "\\b", UNICODE)
              .matcher(corrected)
              .replaceAll(Matcher.quoteReplacement(correction.meant()));
    }
    return corrected;
  }

  private Asked asked(String topic, Language otherwise, Usage usage) {
    return new Asked(topic, otherwise, usage, nlp);
  }

  /** Reads all that stands in for the words of a topic. */
  private static void readAll(Asked asked) {
    read(asked);
    if (isShort(asked)) {
      Acronyms.read(asked);
    }
  }

  /** Reads what stands in for them but for acronyms. */
  private static void read(Asked asked) {
    OtherLanguage.read(asked);
    if (isShort(asked)) {
      Compounds.read(asked);
      Numeronyms.read(asked);
    }
  }

  private static boolean isShort(Asked asked) {
    return asked.words().size() <= FEW;
  }
}
