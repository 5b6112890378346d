package ponte.teams.delivery;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ponte.conversation.PersonId;
import ponte.platform.DeliveryNotes;
import ponte.platform.PlatformUnavailableException;
import ponte.reply.Block;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.reference.Reference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Files for a person: Teams lets a bot put one among their own when they agreed to it,
 * <https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4>.
 *
 * <p>Until then it is kept aside, for a week at most.
 */
public final class FileOffers {

  private static final String FILE = "ponteFile";
  private static final String CONSENT = "application/vnd.microsoft.teams.card.file.consent";
  private static final String INFO = "application/vnd.microsoft.teams.card.file.info";
  private static final int PAGE = 100;
  private static final Duration KEEP = Duration.ofDays(7);

  private final Connector connector;
  private final HttpClient http;
  private final ServiceUrls urls;
  private final Duration timeout;
  private final Records records;
  private final Clock clock;

  /**
   * @param http follows no redirects
   * @param timeout of putting a file in its place
   */
  public FileOffers(
      Connector connector,
      HttpClient http,
      ServiceUrls urls,
      Duration timeout,
      Records records,
      Clock clock) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects, must not");
    }
    this.connector = connector;
    this.http = http;
    this.urls = urls;
    this.timeout = timeout;
    this.records = records;
    this.clock = clock;
  }

  private record Offered(PersonId person, String name, String content) {}

  /** The message that offers a file; the same one offers it again. */
  ObjectNode offer(PersonId person, Block.File file, String delivery) {
    var id = DeliveryNotes.digest(delivery);
    var content = Codec.write(new Offered(person, file.name(), file.content()));
    records.write(Write.create(key(person, id), content).expiring(clock.instant().plus(KEEP)));
    var message = Activities.message().put("summary", file.label());
    var card = message.putArray("attachments").addObject();
    card.put("contentType", CONSENT).put("name", file.name());
    var offer =
        card.putObject("content")
            .put("description", file.label())
            .put("sizeInBytes", file.content().getBytes(StandardCharsets.UTF_8).length);
    offer.putObject("acceptContext").put(FILE, id);
    offer.putObject("declineContext").put(FILE, id);
    return message;
  }

  /**
   * Does what a person decided about a file: puts it in its place and shows where, or forgets it. A
   * file that is offered no more is passed over.
   *
   * @param chat where they decided
   * @param value of the invoke {@code fileConsent/invoke}
   * @throws PlatformUnavailableException if the file could not be put in its place; it can be tried
   *     again
   */
  public void decided(PersonId person, Reference chat, JsonNode value) {
    var id = value.path("context").path(FILE).stringValue("");
    var offered = id.isEmpty() ? Optional.<Offered>empty() : find(person, id);
    if (offered.isEmpty()) {
      return;
    }
    if (value.path("action").stringValue("").equals("accept")) {
      var info = value.path("uploadInfo");
      put(offered.get(), info.path("uploadUrl").stringValue(""));
      Posting.outcome(
          connector.call(
              chat.service(), Call.post(chat.conversation(), shown(offered.get(), info))));
    }
    var key = key(person, id);
    records.find(key).ifPresent(document -> records.remove(key, document.version()));
  }

  /** Removes the files that a person did not decide about. */
  public static void forget(Records records, PersonId person) {
    var after = "";
    List<Document> page;
    do {
      page = records.list(partition(person), after, PAGE);
      for (var document : page) {
        after = document.key().id();
        if (Codec.read(document.content(), Offered.class).person().equals(person)) {
          records.remove(document.key(), document.version());
        }
      }
    } while (page.size() == PAGE);
  }

  private Optional<Offered> find(PersonId person, String id) {
    return records
        .find(key(person, id))
        .map(document -> Codec.read(document.content(), Offered.class))
        .filter(offered -> offered.person().equals(person));
  }

  private void put(Offered file, String uploadUrl) {
    var url = place(uploadUrl);
    var content = file.content().getBytes(StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", "application/octet-stream")
            .header(
                "Content-Range",
                "bytes 0-" + Math.max(0, content.length - 1) + "/" + content.length)
            .PUT(BodyPublishers.ofByteArray(content))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      if (status < 200 || status >= 300) {
        throw new PlatformUnavailableException("teams: the upload answered " + status, null);
      }
    } catch (IOException e) {
      throw new PlatformUnavailableException("teams: no answer to the upload", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlatformUnavailableException("teams: interrupted in the upload", e);
    }
  }

  private URI place(String uploadUrl) {
    try {
      var url = new URI(uploadUrl);
      if (urls.allowsUpload(url)) {
        return url;
      }
      throw new PlatformUnavailableException("teams: no place for files at " + url.getHost(), null);
    } catch (URISyntaxException e) {
      throw new PlatformUnavailableException("teams: no place for files at no address", null);
    }
  }

  private static ObjectNode shown(Offered file, JsonNode info) {
    var message = Activities.message().put("summary", file.name());
    var card = message.putArray("attachments").addObject();
    card.put("contentType", INFO)
        .put("name", file.name())
        .put("contentUrl", info.path("contentUrl").stringValue(""));
    card.putObject("content")
        .put("uniqueId", info.path("uniqueId").stringValue(""))
        .put("fileType", info.path("fileType").stringValue(""));
    return message;
  }

  private static Key key(PersonId person, String id) {
    return partition(person).key(id);
  }

  private static Partition partition(PersonId person) {
    return new Partition("teams-files", person.workspace().value());
  }
}
