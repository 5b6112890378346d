package ponte.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.bot.Workers;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.store.Codec;

/** Turns what people type and press in the console into requests, and waits for the replies. */
public final class Asking {

  /** The most characters of a question. */
  public static final int LONGEST = 1_000;

  private final Chats chats;
  private final Workers workers;
  private final Duration patience;
  private final Clock clock;

  /**
   * @param patience how long somebody waits for a reply before the page is shown without it
   */
  public Asking(Chats chats, Workers workers, Duration patience, Clock clock) {
    this.chats = chats;
    this.workers = workers;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * Asks what a person typed. The same form sent again asks nothing.
   *
   * @param form what tells one filled-in form from another
   * @param text not blank, at most {@link #LONGEST} characters
   */
  public void ask(PersonId person, String form, String text, Language language)
      throws InterruptedException {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new IllegalArgumentException("a question of " + text.length() + " characters");
    }
    var id = new EventId("console:" + person + ":" + form);
    var asked = new Event.Request.Asked(id, person, place(language), text, clock.instant());
    answer(asked, text);
  }

  /**
   * Presses a button of a reply in a person's chat. Pressed again, it does nothing.
   *
   * @return the entry as it is now; empty where there is no such button
   */
  public Optional<ChatLine> press(PersonId person, long entry, int button, Language language)
      throws InterruptedException {
    var line = chats.find(person, entry).orElse(null);
    if (line == null || !(line.entry() instanceof ChatEntry.Replied replied)) {
      return Optional.empty();
    }
    var pressed = replied.button(button).orElse(null);
    if (pressed == null) {
      return Optional.empty();
    }
    var id = new EventId("console:" + person + ":" + entry + "." + button);
    answer(
        new Event.Request.Pressed(
            id, person, place(language), Codec.write(pressed.command()), clock.instant()),
        pressed.label());
    chats.press(person, entry, button);
    return chats.find(person, entry);
  }

  /**
   * Presses a button of a person's page.
   *
   * @param form what tells one drawing of the page from another
   * @param label what it said
   */
  public void press(PersonId person, String form, Command command, String label, Language language)
      throws InterruptedException {
    var id = new EventId("console:" + person + ":" + form);
    answer(
        new Event.Request.Pressed(
            id, person, place(language), Codec.write(command), clock.instant()),
        label);
  }

  /**
   * Sends a form of a reply in a person's chat, as it was filled in. Sent again, it does nothing.
   *
   * @param button the number of the button that would open it
   * @param values by the names of the fields
   */
  public void fill(
      PersonId person, long entry, int button, Map<String, List<String>> values, Language language)
      throws InterruptedException {
    var form =
        chats
            .find(person, entry)
            .flatMap(
                line ->
                    line.entry() instanceof ChatEntry.Replied replied
                        ? replied.form(button)
                        : Optional.empty())
            .orElse(null);
    if (form == null) {
      return;
    }
    var id = new EventId("console:" + person + ":" + entry + "." + button);
    answer(
        new Event.Request.Submitted(
            id, person, place(language), form.kind(), values, clock.instant()),
        form.title());
    chats.press(person, entry, button);
  }

  private void answer(Event.Request request, String words) throws InterruptedException {
    chats.append(
        request.by(),
        "said:" + request.id(),
        new ChatEntry.Said(request.id(), words, clock.instant()));
    workers.answerNow(request);
    chats.awaitReply(request.by(), request.id(), patience);
  }

  private static Event.Place place(Language language) {
    return new Event.Place(null, null, language);
  }
}
