package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.bot.DeadLetters;
import ponte.consent.Audit;
import ponte.web.Door;
import ponte.web.LettersPage;
import ponte.web.Pages;
import ponte.web.Reader;

/** Shows an administrator what was given up. An empty key stands for all of a topic. */
@RestController
class LettersController {

  /** The most of a topic that are shown at once. */
  private static final int SHOWN = 50;

  private final Readers readers;
  private final DeadLetters letters;
  private final Pages pages;
  private final Audit audit;

  LettersController(Readers readers, DeadLetters letters, Pages pages, Replica replica) {
    this.readers = readers;
    this.letters = letters;
    this.pages = pages;
    this.audit = replica.ponte().audit();
  }

  @GetMapping("/dead-letters")
  ResponseEntity<String> show(HttpServletRequest request) {
    return Html.page(pages.letters(page(administrator(request), "")));
  }

  @PostMapping("/dead-letters/replay")
  ResponseEntity<String> replay(
      @RequestParam String topic,
      @RequestParam String key,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request) {
    administrator(request);
    var replayed = key.isEmpty() ? letters.replayAll(topic) : letters.replay(topic, key) ? 1 : 0;
    return done(request, htmx, "letters.replayed", replayed);
  }

  @PostMapping("/dead-letters/discard")
  ResponseEntity<String> discard(
      @RequestParam String topic,
      @RequestParam String key,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      HttpServletRequest request) {
    administrator(request);
    var discarded = key.isEmpty() ? letters.discardAll(topic) : letters.discard(topic, key) ? 1 : 0;
    return done(request, htmx, "letters.discarded", discarded);
  }

  private ResponseEntity<String> done(
      HttpServletRequest request, @Nullable String htmx, String situation, int count) {
    var reader = administrator(request);
    var person = reader.person();
    audit.note(
        Audit.Deed.LETTERS_DECIDED,
        Audit.Role.ADMINISTRATOR,
        person == null ? null : person.id(),
        "",
        count);
    return htmx == null
        ? Html.go("/dead-letters")
        : Html.page(pages.shelves(page(reader, reader.say(situation, count))));
  }

  private Reader administrator(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (!reader.may(Door.DEAD_LETTERS)) {
      throw new MissingException();
    }
    return reader;
  }

  private LettersPage page(Reader reader, String done) {
    return new LettersPage(
        reader,
        letters.piles().stream()
            .map(pile -> new LettersPage.Shelf(pile, letters.of(pile.topic(), SHOWN)))
            .toList(),
        done);
  }
}
