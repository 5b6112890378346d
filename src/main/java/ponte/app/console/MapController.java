package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.Replica;
import ponte.command.Command.Period;
import ponte.community.map.MapSheet;
import ponte.community.map.Maps;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.conversation.Channel;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.web.ChannelsPage;
import ponte.web.MapData;
import ponte.web.MapPage;
import ponte.web.Pages;
import ponte.web.Reader;

/**
 * The map of people, for those who look after the community, and that of channels, for everybody:
 * of each what the reader may open.
 */
@RestController
class MapController {

  private static final int MOST_DAYS = 366;
  private static final int LONGEST_TOPIC = 200;

  private final Readers readers;
  private final Directory directory;
  private final Maps maps;
  private final Roles roles;
  private final Audit audit;
  private final Seen seen;
  private final Pages pages;

  MapController(Readers readers, Directory directory, Replica replica, Pages pages, Clock clock) {
    this.readers = readers;
    this.directory = directory;
    this.maps = replica.ponte().maps();
    this.roles = replica.roles();
    this.audit = replica.ponte().audit();
    this.seen = new Seen(clock);
    this.pages = pages;
  }

  @GetMapping("/map")
  ResponseEntity<String> map(
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "90") int days,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      return Html.chooseFirst(request);
    }
    if (!maps.people().mayLook(reader.asker())) {
      return Html.go("/map/channels");
    }
    var query = query(channel, topic, days);
    note(reader);
    return Html.page(
        pages.map(new MapPage(reader, sheet(query, reader).orElse(null), channels(reader), query)));
  }

  /** What the page draws. */
  @GetMapping("/map/data")
  ResponseEntity<String> data(
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "90") int days,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var sheet = sheet(query(channel, topic, days), reader).orElseThrow(MissingException::new);
    noteUnlessSeen(reader);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(MapData.of(sheet));
  }

  @GetMapping("/map/file")
  ResponseEntity<byte[]> file(
      @RequestParam(defaultValue = "") String channel,
      @RequestParam(defaultValue = "") String topic,
      @RequestParam(defaultValue = "90") int days,
      @RequestParam String as,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var sheet = sheet(query(channel, topic, days), reader).orElseThrow(MissingException::new);
    noteUnlessSeen(reader);
    return switch (as) {
      case "svg" -> file("map.svg", "image/svg+xml", sheet.svg().getBytes(StandardCharsets.UTF_8));
      case "graphml" ->
          file("map.graphml", "application/xml", sheet.graphml().getBytes(StandardCharsets.UTF_8));
      case "png" -> file("map.png", MediaType.IMAGE_PNG_VALUE, sheet.png());
      default -> throw new MissingException();
    };
  }

  private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(type))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  @GetMapping("/map/channels")
  ResponseEntity<String> channels(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      return Html.chooseFirst(request);
    }
    var asker = reader.asker();
    return Html.page(
        pages.channels(
            new ChannelsPage(
                reader, maps.channels().maps().of(asker), maps.people().mayLook(asker))));
  }

  /** That a role was used to look at it stands in the audit, as in chat. */
  private void note(Reader reader) {
    var person = reader.person();
    if (person != null) {
      seen.see(person.id());
      var role = Role.using(person.id(), roles, directory);
      audit.note(Deed.ROLE_USED, role, person.id(), "map", 0);
    }
  }

  /** The data and the files of a page belong to one look; without the page they are one. */
  private void noteUnlessSeen(Reader reader) {
    var person = reader.person();
    if (person != null && !seen.sawLately(person.id())) {
      note(reader);
    }
  }

  private static MapPage.Query query(String channel, String topic, int days) {
    var words = topic.strip();
    if (days < 1 || days > MOST_DAYS || words.length() > LONGEST_TOPIC) {
      throw new MissingException();
    }
    return new MapPage.Query(channel.strip(), words, days);
  }

  private Optional<MapSheet> sheet(MapPage.Query query, Reader reader) {
    var channel =
        channels(reader).stream()
            .filter(each -> each.id().toString().equals(query.channel()))
            .findFirst();
    if (!query.channel().isEmpty() && channel.isEmpty()) {
      return Optional.empty();
    }
    return maps.people()
        .drawn(
            channel.orElse(null),
            orNull(query.topic()),
            new Period.LastDays(query.days()),
            reader.asker());
  }

  /** Those of which there are maps: of two with one name each can be chosen. */
  private List<Channel> channels(Reader reader) {
    var everybody = directory.everybody();
    return directory.channels(reader.audience()).stream()
        .filter(each -> everybody.maySee(each.id()) && !each.archived())
        .toList();
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
