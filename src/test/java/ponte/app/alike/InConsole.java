package ponte.app.alike;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ponte.nlp.Language;
import ponte.web.Asking;
import ponte.web.ChatEntry;
import ponte.web.ChatLine;
import ponte.web.Chats;

/** The chat in the browser. */
record InConsole(Asking asking, Chats chats, Office office) implements Talks {

  @Override
  public void say(String person, String text, Language language) throws InterruptedException {
    asking.ask(office.person(person), UUID.randomUUID().toString(), text, language);
  }

  @Override
  public void press(String person, Shown shown, int button, Language language)
      throws InterruptedException {
    var entry =
        replies(person)
            .filter(line -> reply(line).equals(shown))
            .mapToLong(ChatLine::number)
            .max()
            .orElseThrow();
    asking.press(office.person(person), entry, button, language);
  }

  @Override
  public List<Shown> shown(String person) {
    return replies(person).map(this::reply).toList();
  }

  private Stream<ChatLine> replies(String person) {
    return chats.after(office.person(person), 0).stream()
        .filter(line -> line.entry() instanceof ChatEntry.Replied);
  }

  private Shown reply(ChatLine line) {
    return line.entry() instanceof ChatEntry.Replied replied
        ? Shown.inConsole(replied.reply(), office)
        : new Shown("", List.of(), List.of());
  }
}
