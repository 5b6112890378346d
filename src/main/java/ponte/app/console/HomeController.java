package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.bot.Bot;
import ponte.command.Command;
import ponte.store.Codec;
import ponte.web.Asking;
import ponte.web.ChatEntry;
import ponte.web.Chats;
import ponte.web.HomePage;
import ponte.web.Pages;

/** What is a person's own: their page, the forms they fill in, the files they get. */
@RestController
class HomeController {

  private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  private static final String FIELD = "field-";

  private final Readers readers;
  private final Bot bot;
  private final Chats chats;
  private final Asking asking;
  private final Pages pages;

  HomeController(Readers readers, Replica replica, Chats chats, Asking asking, Pages pages) {
    this.readers = readers;
    this.bot = replica.bot();
    this.chats = chats;
    this.asking = asking;
    this.pages = pages;
  }

  @GetMapping("/home")
  ResponseEntity<String> home(HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    return person == null
        ? Html.go("/?next=/home")
        : Html.page(pages.home(new HomePage(reader, bot.home(person.id(), reader.language()))));
  }

  @PostMapping("/home/press")
  ResponseEntity<String> press(
      @RequestParam String form,
      @RequestParam String action,
      @RequestParam String label,
      HttpServletRequest request)
      throws InterruptedException {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.go("/");
    }
    Command command;
    try {
      command = Codec.read(action, Command.class);
    } catch (IllegalArgumentException e) {
      return Html.page(HttpStatus.BAD_REQUEST, "");
    }
    asking.press(person.id(), form, command, label, reader.language());
    return Html.go("/chat#latest");
  }

  @PostMapping("/chat/fill")
  ResponseEntity<String> fill(
      @RequestParam long entry,
      @RequestParam int button,
      @RequestParam MultiValueMap<String, String> sent,
      HttpServletRequest request)
      throws InterruptedException {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.go("/");
    }
    asking.fill(person.id(), entry, button, values(sent), reader.language());
    return Html.go("/chat#latest");
  }

  private static Map<String, List<String>> values(MultiValueMap<String, String> sent) {
    var values = new TreeMap<String, List<String>>();
    sent.forEach(
        (name, filled) -> {
          if (name.startsWith(FIELD)) {
            values.put(name.substring(FIELD.length()), List.copyOf(filled));
          }
        });
    return values;
  }

  @GetMapping("/chat/picture")
  ResponseEntity<byte[]> picture(@RequestParam long entry, HttpServletRequest request) {
    var person = readers.reader(request).person();
    if (person == null) {
      throw new MissingException();
    }
    return chats
        .find(person.id(), entry)
        .flatMap(
            line ->
                line.entry() instanceof ChatEntry.Replied replied
                    ? replied.picture()
                    : Optional.empty())
        .map(
            picture ->
                ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.noStore())
                    .body(picture.bytes()))
        .orElseThrow(MissingException::new);
  }

  @GetMapping("/chat/file")
  ResponseEntity<String> file(@RequestParam long entry, HttpServletRequest request) {
    var person = readers.reader(request).person();
    if (person == null) {
      return Html.go("/");
    }
    return chats
        .find(person.id(), entry)
        .flatMap(
            line ->
                line.entry() instanceof ChatEntry.Replied replied
                    ? replied.file()
                    : Optional.empty())
        .map(
            file ->
                ResponseEntity.ok()
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name()).build().toString())
                    .contentType(PAGE)
                    .header("X-Content-Type-Options", "nosniff")
                    .body(file.content()))
        .orElseThrow(MissingException::new);
  }
}
