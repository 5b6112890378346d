package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.conversation.Person;
import ponte.web.Asking;
import ponte.web.ChatLine;
import ponte.web.ChatPage;
import ponte.web.ChatPage.Waiting;
import ponte.web.Chats;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.Suggestions;

/** A person's chat with Ponte. With htmx, only what is new travels. */
@RestController
class ChatController {

  private static final String HTMX = "HX-Request";

  /** Among how many entries before the new ones a question may be that waits for its reply. */
  private static final int RECENT = 20;

  private final Readers readers;
  private final Chats chats;
  private final Asking asking;
  private final Suggestions suggestions;
  private final Pages pages;
  private final Clock clock;

  ChatController(
      Readers readers,
      Chats chats,
      Asking asking,
      Suggestions suggestions,
      Pages pages,
      Clock clock) {
    this.readers = readers;
    this.chats = chats;
    this.asking = asking;
    this.suggestions = suggestions;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping("/chat")
  ResponseEntity<String> chat(HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    return person == null
        ? Html.go("/?next=/chat")
        : Html.page(pages.chat(whole(reader, person, "", "")));
  }

  @PostMapping("/chat")
  ResponseEntity<String> ask(
      @RequestParam String form,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
      HttpServletRequest request)
      throws InterruptedException {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return toStart(htmx);
    }
    var problem = problem(reader, text.strip());
    if (problem.isEmpty()) {
      asking.ask(person.id(), form, text.strip(), reader.language());
    }
    if (htmx != null) {
      return Html.page(pages.news(news(reader, person, after, List.of(), problem)));
    }
    return problem.isEmpty()
        ? Html.go("/chat#latest")
        : Html.page(
            HttpStatus.UNPROCESSABLE_CONTENT, pages.chat(whole(reader, person, text, problem)));
  }

  @PostMapping("/chat/press")
  ResponseEntity<String> press(
      @RequestParam long entry,
      @RequestParam int button,
      @RequestParam(defaultValue = "0") long after,
      @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
      HttpServletRequest request)
      throws InterruptedException {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return toStart(htmx);
    }
    var pressed = asking.press(person.id(), entry, button, reader.language());
    return htmx == null
        ? Html.go("/chat#latest")
        : Html.page(pages.news(news(reader, person, after, pressed.stream().toList(), "")));
  }

  /** What the browser does not show yet; nothing at all where it shows everything. */
  @GetMapping("/chat/news")
  ResponseEntity<String> news(
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(defaultValue = "NO") Waiting waiting,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return toStart("true");
    }
    var news = news(reader, person, after, List.of(), "");
    return news.lines().isEmpty() && news.waiting() == waiting
        ? ResponseEntity.noContent().build()
        : Html.page(pages.news(news));
  }

  private ChatPage whole(Reader reader, Person person, String draft, String problem) {
    var all = chats.after(person.id(), 0);
    return new ChatPage(
        reader,
        person,
        all,
        List.of(),
        last(all, 0),
        ChatPage.waiting(all, clock.instant()),
        UUID.randomUUID().toString(),
        draft,
        problem,
        all.isEmpty() ? suggestions.to(reader) : List.of());
  }

  private ChatPage news(
      Reader reader, Person person, long after, List<ChatLine> changed, String problem) {
    var all = chats.after(person.id(), Math.max(0, after - RECENT));
    return new ChatPage(
        reader,
        person,
        all.stream().filter(line -> line.number() > after).toList(),
        changed,
        last(all, after),
        ChatPage.waiting(all, clock.instant()),
        UUID.randomUUID().toString(),
        "",
        problem,
        List.of());
  }

  private static long last(List<ChatLine> lines, long otherwise) {
    return lines.isEmpty() ? otherwise : lines.getLast().number();
  }

  private static String problem(Reader reader, String text) {
    if (text.isEmpty()) {
      return reader.say("chat.nothing");
    }
    return text.length() > Asking.LONGEST
        ? reader.say("chat.too-long", Asking.LONGEST, text.length())
        : "";
  }

  /** Nobody was chosen, or they are no longer there. */
  private static ResponseEntity<String> toStart(@Nullable String htmx) {
    return Optional.ofNullable(htmx)
        .map(_ -> ResponseEntity.ok().header("HX-Redirect", "/").<String>build())
        .orElseGet(() -> Html.go("/"));
  }
}
