package ponte.bot;

import java.util.List;
import java.util.Locale;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** Dead letters in words, for the pages and the command line. */
public record LetterWords(Language language) {

  /** What has not become of it. */
  public String of(DeadLetters.Kind kind) {
    return texts().say("letters.kind." + kind.name().toLowerCase(Locale.ROOT));
  }

  /** What it is about, each as {@code channel T1/C1}. */
  public List<String> about(DeadLetters.Letter letter) {
    return letter.about().stream()
        .map(
            about ->
                texts()
                    .say(
                        "letters.subject." + about.subject().name().toLowerCase(Locale.ROOT),
                        about.id()))
        .toList();
  }

  /** How often it was tried. */
  public String tries(DeadLetters.Letter letter) {
    return texts().say("letters.tries", letter.attempts());
  }

  private Texts texts() {
    return Texts.in(language);
  }
}
