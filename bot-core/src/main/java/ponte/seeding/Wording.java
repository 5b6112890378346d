package ponte.seeding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import ponte.consent.Redaction;
import ponte.consent.WrittenNames;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.digest.Digest;
import ponte.digest.Notices;
import ponte.digest.Retelling;
import ponte.expert.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * How somebody put a question, as others can read it by itself. It is told anew from the message
 * whenever it is shown, and kept nowhere.
 */
final class Wording {

  /** Of fewer terms it does not say what it asks about. */
  private static final int FEWEST_TERMS = 3;

  /** What is longer is a story, and stands below. */
  private static final int LONGEST = 260;

  private static final int FEWEST_OF_A_SENTENCE = 4;
  private static final int MOST_OF_A_SENTENCE = 200;
  private static final int WHOLE = 4_000;

  private static final String BULLET = "^[^\\p{L}\\d\"“«(]+";

  /** What it points at does not stand there. */
  private static final Pattern POINTING =
      Pattern.compile(
          "(?<!\\p{L})((?<!\\bis )it|this|these|those|its|they|them|he|she|why|quest[oaie]"
              + "|quell[oaie]|ciò|perché)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE);

  private static final String GAP = " … ";

  /** The rest of it is code, a picture or a list. */
  private static final Pattern GOES_ON = Pattern.compile("(\\.\\.|…|:)\\s*$");

  private static final Pattern GREETING =
      Pattern.compile(
          "^(hi|hello|hey|ciao|salve|buongiorno)( (all|everyone|everybody|folks|there|a tutti))?"
              + "[\\s,!.:-]+",
          Pattern.CASE_INSENSITIVE);

  private final Retelling retelling;
  private final Nlp nlp;
  private final Supplier<WrittenNames> names;

  /**
   * @param names of colleagues, of whom it names none
   */
  Wording(Retelling retelling, Nlp nlp, Supplier<WrittenNames> names) {
    this.retelling = retelling;
    this.nlp = nlp;
    this.names = names;
  }

  /**
   * The question of a message with what makes it one: the sentence next to it that says what went
   * wrong, or more of the same.
   */
  Optional<String> of(Message message) {
    var language = language(message);
    return asked(message)
        .map(
            asked ->
                beside(asked, message, language)
                    .filter(this::isFit)
                    .map(Wording::capital)
                    .orElse(asked));
  }

  /** The question alone; empty: it has none that says enough and names nobody. */
  Optional<String> asked(Message message) {
    var language = language(message);
    return direct(message, language)
        .or(() -> told(message, language))
        .map(Wording::plain)
        .filter(text -> text.endsWith("?") || isPutToTheRoom(text, language))
        .filter(text -> terms(text, language) >= FEWEST_TERMS)
        .filter(this::isFit)
        .map(Wording::capital);
  }

  /** What a question how others do it wants of them. */
  Prompting.Wanted wanted(Message message) {
    return asked(message).filter(Notices::wantsRecommendations).isPresent()
        ? Prompting.Wanted.RECOMMENDATIONS
        : Prompting.Wanted.HELP;
  }

  private Language language(Message message) {
    return nlp.language(message.text().prose(), List.of(), Language.ENGLISH);
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").replaceFirst(BULLET, "");
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private boolean isFit(String text) {
    return text.length() <= LONGEST && !text.contains(Redaction.MARK) && !names.get().areIn(text);
  }

  /** A question with the sentence after it, or before it where that is understood by itself. */
  private Optional<String> beside(String asked, Message message, Language language) {
    var sentences =
        nlp.sentences(Quote.of(message, WHOLE)).stream()
            .map(sentence -> plain(GREETING.matcher(sentence).replaceFirst("")))
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    int at = sentences.stream().map(Wording::capital).toList().indexOf(asked);
    if (at < 0 || !message.text().mentions().isEmpty()) {
      return Optional.empty();
    }
    return sentences.stream()
        .skip(at + 1L)
        .limit(1)
        .filter(next -> saysMore(next, asked, language))
        .map(next -> asked + " " + next)
        .filter(this::isFit)
        .findFirst()
        .or(
            () ->
                sentences.stream()
                    .skip(Math.max(0, at - 1))
                    .limit(Math.min(1, at))
                    .filter(before -> !POINTING.matcher(before).find())
                    .filter(before -> saysMore(before, asked, language))
                    .map(before -> before + " " + asked)
                    .findFirst());
  }

  private boolean saysMore(String sentence, String asked, Language language) {
    return terms(sentence, language) >= FEWEST_OF_A_SENTENCE
            && nlp.terms(asked, language).stream().anyMatch(nlp.terms(sentence, language)::contains)
        || Notices.tellsTrouble(sentence);
  }

  /** A sentence that asks and points at nothing else: the one that says most. */
  private Optional<String> direct(Message message, Language language) {
    return message.text().mentions().isEmpty()
        ? nlp.sentences(Quote.of(message, WHOLE)).stream()
            .map(sentence -> GREETING.matcher(sentence).replaceFirst(""))
            .filter(
                sentence ->
                    nlp.question(sentence, language) == QuestionSign.MARK
                        || isPutToTheRoom(sentence, language))
            .filter(sentence -> sentence.length() <= MOST_OF_A_SENTENCE)
            .filter(sentence -> terms(sentence, language) >= FEWEST_OF_A_SENTENCE)
            .filter(sentence -> !POINTING.matcher(sentence).find())
            .max(
                Comparator.comparing((String sentence) -> sentence.endsWith("?"))
                    .thenComparing(sentence -> terms(sentence, language)))
        : Optional.empty();
  }

  /** Whether it asks whoever knows without a mark: "Can anybody tell me how you deploy". */
  private boolean isPutToTheRoom(String sentence, Language language) {
    return nlp.question(sentence, language) != QuestionSign.NONE
        && !GOES_ON.matcher(sentence).find()
        && (Notices.wantsPractice(sentence) || Notices.isPutToTheRoom(sentence));
  }

  /**
   * As a digest would open with it: with what it points at, unless something between is left out,
   * without which nobody understands it.
   */
  private Optional<String> told(Message message, Language language) {
    return retelling
        .question(message, language)
        .map(Digest.Quote::text)
        .filter(text -> text.mentions().isEmpty())
        .map(RichText::searchable)
        .filter(text -> !text.contains(GAP));
  }

  private long terms(String sentence, Language language) {
    return nlp.terms(sentence, language).stream().distinct().count();
  }
}
