package ponte.app.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import ponte.app.DirectoryPointers;
import ponte.app.Replica;
import ponte.app.access.Access;
import ponte.app.access.PageHeaders;
import ponte.directory.Directory;
import ponte.feed.Issues;
import ponte.feed.Issues.Read;
import ponte.platform.Permalinks;
import ponte.web.Pages;
import ponte.web.paper.AtomFeed;
import ponte.web.paper.Papers;

/** Feeds, for whoever knows the address of one. An address that is wrong is one of nothing. */
@RestController
class FeedController {

  /** For so long a reader need not ask again. */
  private static final Duration FRESH = Duration.ofMinutes(15);

  private static final MediaType ATOM =
      new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

  private final Issues issues;
  private final Directory directory;
  private final Permalinks permalinks;
  private final Pages pages;
  private final FeedProperties properties;
  private final Access access;
  private final ZoneId zone;

  FeedController(
      Replica replica,
      Directory directory,
      List<Permalinks> permalinks,
      Pages pages,
      FeedProperties properties,
      Access access,
      ZoneId zone) {
    this.issues = replica.ponte().issues();
    this.directory = directory;
    this.permalinks = Permalinks.all(permalinks);
    this.pages = pages;
    this.properties = properties;
    this.access = access;
    this.zone = zone;
  }

  @GetMapping("/feeds/{workspace}/{channel}/{secret}")
  ResponseEntity<byte[]> read(
      @PathVariable String workspace,
      @PathVariable String channel,
      @PathVariable String secret,
      HttpServletRequest request,
      HttpServletResponse response) {
    PageHeaders.needsNothing(response);
    if (!properties.enabled()) {
      throw new MissingException();
    }
    return switch (issues.read(Addressed.channel(workspace, channel), secret, zone)) {
      case Read.Missing _ -> throw new MissingException();
      case Read.Gone _ -> ResponseEntity.status(HttpStatus.GONE).build();
      case Read.Found found -> feed(found, request);
    };
  }

  private ResponseEntity<byte[]> feed(Read.Found found, HttpServletRequest request) {
    var here = access.address(request);
    var own = properties.address() == null ? here : properties.address().toString();
    var base = own.replaceAll("/+$", "");
    var papers = new Papers(pages, new DirectoryPointers(directory, permalinks, base));
    var feed =
        new AtomFeed(papers)
            .of(found, base + request.getRequestURI())
            .getBytes(StandardCharsets.UTF_8);
    return ResponseEntity.ok()
        .contentType(ATOM)
        .cacheControl(CacheControl.maxAge(FRESH).cachePrivate())
        .eTag(UUID.nameUUIDFromBytes(feed).toString())
        .lastModified(AtomFeed.changed(found))
        .header("X-Robots-Tag", "noindex")
        .body(feed);
  }
}
