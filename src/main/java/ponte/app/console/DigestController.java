package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.DirectoryPointers;
import ponte.app.Replica;
import ponte.app.access.Access;
import ponte.bot.Asker;
import ponte.bot.Editions;
import ponte.command.Command.Period;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.digest.Edition;
import ponte.directory.Directory;
import ponte.platform.Permalinks;
import ponte.schedule.PostedDigests;
import ponte.web.DigestLink;
import ponte.web.DigestPage;
import ponte.web.DigestsPage;
import ponte.web.Pages;
import ponte.web.paper.Format;
import ponte.web.paper.Papers;

/** Digests as pages and files. What a reader may not see is missing, like what never was. */
@RestController
class DigestController {

  /** How many of a channel's posted digests are shown. */
  private static final int LATEST = 3;

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST_DAY = LocalDate.of(2200, 1, 1);

  private final Readers readers;
  private final Directory directory;
  private final Editions editions;
  private final PostedDigests posted;
  private final Permalinks permalinks;
  private final Pages pages;
  private final FeedSwitches switches;
  private final Access access;
  private final Clock clock;

  DigestController(
      Readers readers,
      Directory directory,
      Replica replica,
      List<Permalinks> permalinks,
      Pages pages,
      FeedSwitches switches,
      Access access,
      Clock clock) {
    this.readers = readers;
    this.directory = directory;
    this.editions = replica.ponte().editions();
    this.posted = replica.ponte().postedDigests();
    this.permalinks = Permalinks.all(permalinks);
    this.pages = pages;
    this.switches = switches;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping("/digests")
  ResponseEntity<String> digests(HttpServletRequest request) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      return Html.go("/?next=/digests");
    }
    var channels = directory.channels(reader.audience());
    var latest =
        channels.stream()
            .map(channel -> channel.id().workspace())
            .distinct()
            .flatMap(workspace -> posted.in(workspace).stream())
            .toList();
    return Html.page(
        pages.digests(
            new DigestsPage(
                reader,
                channels.stream()
                    .sorted(Comparator.comparing(Channel::archived))
                    .map(channel -> shelf(channel, latest))
                    .toList())));
  }

  private static DigestsPage.Shelf shelf(Channel channel, List<PostedDigests.Posted> latest) {
    return new DigestsPage.Shelf(
        channel,
        latest.stream()
            .filter(each -> each.channel().equals(channel.id()))
            .map(
                each ->
                    new DigestLink(
                        channel.id(), new Period.Dates(each.first(), each.last()), each.delivery()))
            .limit(LATEST)
            .toList());
  }

  @GetMapping("/digests/{workspace}/{channel}")
  ResponseEntity<String> digest(
      @PathVariable String workspace,
      @PathVariable String channel,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Integer days,
      @RequestParam(required = false) @Nullable String post,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.chooseFirst(request);
    }
    var link = link(Addressed.channel(workspace, channel), from, to, days, post, reader.asker());
    var edition = edition(link, reader.asker());
    return Html.page(
        pages.digest(
            new DigestPage(reader, edition, link, switches.of(edition.channel(), person.id()))));
  }

  /** Switches the feed of a channel on or off, or gives it a new address, which is told once. */
  @PostMapping("/digests/{workspace}/{channel}/feed")
  ResponseEntity<String> feed(
      @PathVariable String workspace,
      @PathVariable String channel,
      @RequestParam String wish,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    var person = reader.person();
    if (person == null) {
      return Html.go("/");
    }
    var link = new DigestLink(Addressed.channel(workspace, channel), new Period.Usual());
    var edition = edition(link, reader.asker());
    if (switches.of(edition.channel(), person.id()) instanceof DigestPage.FeedSwitch.None) {
      throw new MissingException();
    }
    return switch (wish) {
      case "open" -> {
        var told = switches.open(edition.channel(), person.id(), access.address(request));
        yield Html.page(pages.digest(new DigestPage(reader, edition, link, told)));
      }
      case "close" -> {
        switches.close(edition.channel(), person.id());
        yield Html.go(link.address());
      }
      default -> throw new MissingException();
    };
  }

  /** A file is for others, too: nothing in it is only for who asked. */
  @GetMapping("/digests/{workspace}/{channel}/file")
  ResponseEntity<byte[]> file(
      @PathVariable String workspace,
      @PathVariable String channel,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Integer days,
      @RequestParam(required = false) @Nullable String post,
      @RequestParam String as,
      HttpServletRequest request) {
    var reader = readers.reader(request);
    if (reader.person() == null) {
      throw new MissingException();
    }
    var format = Format.named(as).orElseThrow(MissingException::new);
    var link = link(Addressed.channel(workspace, channel), from, to, days, post, reader.asker());
    var edition = edition(link, reader.asker().anybody());
    var papers =
        new Papers(pages, new DirectoryPointers(directory, permalinks, access.address(request)));
    return ResponseEntity.ok()
        .contentType(type(format))
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(Papers.fileName(edition, format, reader.zone()))
                .build()
                .toString())
        .body(papers.write(edition, format, clock.instant()));
  }

  private static MediaType type(Format format) {
    var type = MediaType.parseMediaType(format.mediaType());
    return type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type;
  }

  /** What was posted has the lines that stand in it by now, and is told as it was there. */
  private Edition edition(DigestLink link, Asker asker) {
    var delivery = link.post();
    return (delivery == null
            ? editions.of(link.channel(), link.period(), asker)
            : posted
                .find(link.channel(), delivery)
                .flatMap(post -> editions.asItStands(post, asker)))
        .orElseThrow(MissingException::new);
  }

  /**
   * To what was posted, where that is asked for by its delivery; nobody learns of what is hidden.
   */
  private DigestLink link(
      ChannelId channel,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Integer days,
      @Nullable String post,
      Asker asker) {
    return post == null
        ? new DigestLink(channel, period(from, to, days))
        : posted
            .find(channel, post)
            .filter(_ -> asker.audience().maySee(channel))
            .map(
                kept ->
                    new DigestLink(
                        channel, new Period.Dates(kept.firstDay(), kept.lastDay()), post))
            .orElseThrow(MissingException::new);
  }

  /** Of two days in the wrong order, both are meant. */
  private static Period period(
      @Nullable LocalDate from, @Nullable LocalDate to, @Nullable Integer days) {
    if (from != null || to != null) {
      var first = from == null ? to : from;
      var last = to == null ? from : to;
      if (first == null || last == null || outside(first) || outside(last)) {
        throw new MissingException();
      }
      return first.isAfter(last) ? new Period.Dates(last, first) : new Period.Dates(first, last);
    }
    if (days != null) {
      if (days < 1) {
        throw new MissingException();
      }
      return new Period.LastDays(days);
    }
    return new Period.Usual();
  }

  private static boolean outside(LocalDate day) {
    return day.isBefore(EARLIEST) || day.isAfter(LATEST_DAY);
  }
}
