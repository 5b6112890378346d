package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.command.Command.Period;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.listening.Ears;
import ponte.listening.ListeningDesk;
import ponte.listening.RecurringQuestion;
import ponte.listening.Risk;
import ponte.platform.Permalinks;
import ponte.reply.InWords;
import ponte.reply.Texts;
import ponte.web.CountingPage;
import ponte.web.Links;
import ponte.web.Pages;
import ponte.web.QuestionsPage;
import ponte.web.Reader;
import ponte.web.TrendsPage;

/** What rises and fades, and which questions keep coming back, of what the reader may open. */
@RestController
class TrendsController {

  /** So long a page waits until others have what they wanted. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Who would wait longer sees that it is being counted. */
  private static final Duration SOON = Duration.ofSeconds(3);

  private static final int LONGEST = 366;

  private final Readers readers;
  private final Directory directory;
  private final ListeningDesk listening;
  private final Preferences preferences;
  private final Audit audit;
  private final Permalinks permalinks;
  private final Pages pages;
  private final Turns turns = new Turns(PATIENCE);
  private final LongLooks looks = new LongLooks(turns, SOON);

  TrendsController(
      Readers readers,
      Directory directory,
      Replica replica,
      List<Permalinks> permalinks,
      Pages pages) {
    this.readers = readers;
    this.directory = directory;
    this.listening = replica.ponte().listening();
    this.preferences = replica.ponte().preferences();
    this.audit = replica.ponte().audit();
    this.permalinks = Permalinks.all(permalinks);
    this.pages = pages;
  }

  @GetMapping("/trends")
  ResponseEntity<String> trends(
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "28") int days,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.chooseFirst(request);
    }
    if (days < 1 || days > LONGEST) {
      throw new MissingException();
    }
    var channels = directory.channels(reader.audience());
    var chosen = channel.isEmpty() ? null : chosen(channel, channels);
    var where = chosen == null ? List.<ChannelId>of() : List.of(chosen.id());
    var span = listening.span(new Period.LastDays(days), reader.zone());
    return looks
        .take(
            person.id(),
            new Wanted(channel, days),
            Ears.Heard.class,
            () -> listening.ears().heard(reader.audience(), span, where))
        .map(
            heard ->
                pages.trends(
                    new TrendsPage(
                        reader,
                        names(reader),
                        channels,
                        chosen,
                        days,
                        span,
                        heard.trends(),
                        heard.words())))
        .map(Html::page)
        .orElseGet(() -> counting(reader, "door.trends", "/trends", request));
  }

  private record Wanted(String channel, int days) {}

  private ResponseEntity<String> counting(
      Reader reader, String title, String path, HttpServletRequest request) {
    var query = request.getQueryString();
    return Html.page(
        pages.counting(
            new CountingPage(reader, title, "trends", query == null ? path : path + "?" + query)));
  }

  private static Channel chosen(String id, List<Channel> channels) {
    return channels.stream()
        .filter(each -> each.id().toString().equals(id))
        .findFirst()
        .orElseThrow(MissingException::new);
  }

  @GetMapping("/trends/questions")
  ResponseEntity<String> questions(HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.chooseFirst(request);
    }
    return looks
        .take(
            person.id(),
            "questions",
            QuestionsPage.class,
            () -> new QuestionsPage(reader, names(reader), recurring(reader), risks(reader)))
        .map(pages::questions)
        .map(Html::page)
        .orElseGet(() -> counting(reader, "trends.questions", "/trends/questions", request));
  }

  private List<RecurringQuestion> recurring(Reader reader) {
    return listening.ears().recurring().over(reader.audience(), listening.longSpan(), List.of());
  }

  /** For community managers alone; that they look is noted. */
  private @Nullable List<Risk> risks(Reader reader) {
    var person = reader.person();
    if (person == null || !listening.maySeeRisks(person.id())) {
      return null;
    }
    audit.note(Deed.ROLE_USED, Role.MANAGER, person.id(), "knowledge-at-risk", 0);
    return listening.ears().risks().over(reader.audience(), listening.longSpan(), List.of());
  }

  /** The questions as a page to edit. */
  @GetMapping("/trends/questions.md")
  ResponseEntity<String> page(HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      throw new MissingException();
    }
    var questions = turns.take(person.id(), () -> recurring(reader));
    var address = request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "markdown", StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"faq.md\"")
        .body(
            listening
                .faq(
                    Texts.in(reader.language()),
                    reader.zone(),
                    message -> Optional.of(address(message, address)))
                .page(questions));
  }

  private String address(MessageId message, String console) {
    return permalinks.of(message).orElseGet(() -> console + Links.to(message));
  }

  private InWords names(Reader reader) {
    return new InWords(
        person ->
            preferences.isOut(person)
                ? Texts.in(reader.language()).say("consent.somebody")
                : "@" + reader.name(person),
        emoji -> ":" + emoji + ":");
  }
}
