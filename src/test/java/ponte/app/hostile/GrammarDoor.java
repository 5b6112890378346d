package ponte.app.hostile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import ponte.command.Grammar;
import ponte.expert.Workspace;
import ponte.nlp.Language;

/** What people ask, as it is understood, and nothing that is done about it. */
final class GrammarDoor implements Consumer<byte[]> {

  /** The night of a clock change, at the end of a month. */
  private static final LocalDate TODAY = LocalDate.parse("2026-10-25");

  private static final Grammar.Place PLACE =
      new Grammar.Place(List.of("general", "payments", "münchen"), "general", TODAY);

  private final Grammar grammar = new Grammar(Workspace.NLP);

  @Override
  public void accept(byte[] input) {
    var text = new String(input, StandardCharsets.UTF_8);
    for (var language : Language.values()) {
      Objects.requireNonNull(grammar.understand(text, language, PLACE));
    }
  }
}
