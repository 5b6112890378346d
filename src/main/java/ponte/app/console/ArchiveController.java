package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.web.ChannelPage;
import ponte.web.Links;
import ponte.web.Pages;
import ponte.web.Reader;
import ponte.web.Timeline;
import ponte.web.Timelines;

/** The archive as pages. What a reader may not see is missing, like what never was. */
@RestController
class ArchiveController {

  private final Readers readers;
  private final Directory directory;
  private final Timelines timelines;
  private final Pages pages;

  ArchiveController(Readers readers, Directory directory, Timelines timelines, Pages pages) {
    this.readers = readers;
    this.directory = directory;
    this.timelines = timelines;
    this.pages = pages;
  }

  @GetMapping("/archive")
  ResponseEntity<String> archive(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      return Html.chooseFirst(request);
    }
    return directory.channels(reader.audience()).stream()
        .filter(channel -> !channel.archived())
        .findFirst()
        .map(channel -> Html.go(Links.to(channel.id())))
        .orElseThrow(MissingException::new);
  }

  @GetMapping("/archive/{workspace}/{channel}")
  ResponseEntity<String> channel(
      @PathVariable String workspace,
      @PathVariable String channel,
      @RequestParam(required = false) @Nullable LocalDate day,
      @RequestParam(required = false) @Nullable Instant before,
      @RequestParam(required = false) @Nullable Instant after,
      HttpServletRequest request) {
    return show(
        request,
        Addressed.channel(workspace, channel),
        (opened, reader) -> {
          var audience = reader.audience();
          var zone = reader.zone();
          if (day != null) {
            return Optional.of(timelines.on(opened, day, audience, zone));
          }
          if (before != null) {
            return Optional.of(timelines.before(opened, before, audience, zone));
          }
          return Optional.of(
              after != null
                  ? timelines.from(opened, after, audience, zone)
                  : timelines.latest(opened, audience, zone));
        });
  }

  @GetMapping("/archive/{workspace}/{channel}/{message}")
  ResponseEntity<String> message(
      @PathVariable String workspace,
      @PathVariable String channel,
      @PathVariable String message,
      HttpServletRequest request) {
    var id = Addressed.channel(workspace, channel);
    return show(
        request,
        id,
        (opened, reader) ->
            timelines.around(opened, new MessageId(id, message), reader.audience(), reader.zone()));
  }

  private ResponseEntity<String> show(
      HttpServletRequest request,
      ChannelId id,
      BiFunction<Channel, Reader, Optional<Timeline>> reading) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      return Html.chooseFirst(request);
    }
    var open = directory.channels(reader.audience());
    var timeline =
        open.stream()
            .filter(channel -> channel.id().equals(id))
            .findFirst()
            .flatMap(channel -> reading.apply(channel, reader))
            .orElseThrow(MissingException::new);
    var beside =
        open.stream().filter(channel -> channel.id().workspace().equals(id.workspace())).toList();
    return Html.page(pages.channel(new ChannelPage(reader, timeline, beside)));
  }
}
