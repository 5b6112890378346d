package ponte.app.alike;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The connector of Teams and the login, as far as Ponte calls them. */
final class PlayedTeams implements Played.Script {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ACTIVITIES =
      Pattern.compile("/v3/conversations/([^/]+)/activities(?:/([^/?]+))?.*");
  private static final Pattern THREAD = Pattern.compile("(.+);messageid=(.+)");

  private final AtomicLong count = new AtomicLong(1_772_442_000_000L);
  private final Posts posts;

  PlayedTeams(Posts posts) {
    this.posts = posts;
  }

  @Override
  public boolean posts(Request request) {
    return request.getMethod().equals(RequestMethod.POST)
        && ACTIVITIES.matcher(request.getUrl()).matches()
        && hasCard(request);
  }

  private static boolean hasCard(Request request) {
    return !JSON.readTree(request.getBodyAsString()).path("attachments").isEmpty();
  }

  @Override
  public String answer(Request request) {
    var url = request.getUrl();
    if (url.contains("/oauth2/v2.0/token")) {
      return "{\"access_token\":\"an access token\",\"expires_in\":3599}";
    }
    var activities = ACTIVITIES.matcher(url);
    if (activities.matches()) {
      var conversation = decoded(activities.group(1));
      return activities.group(2) == null
          ? posted(conversation, JSON.readTree(request.getBodyAsString()))
          : changed(conversation, decoded(activities.group(2)), request);
    }
    return url.startsWith("/v3/conversations") && request.getMethod().equals(RequestMethod.POST)
        ? opened(JSON.readTree(request.getBodyAsString()))
        : "{\"id\":\"" + count.incrementAndGet() + "\"}";
  }

  private static String decoded(String segment) {
    return URLDecoder.decode(segment, StandardCharsets.UTF_8);
  }

  private static String opened(JsonNode wish) {
    var person = wish.path("members").path(0).path("id").stringValue("").replace("29:", "");
    return "{\"id\":\"a:" + person + "\"}";
  }

  private String posted(String conversation, JsonNode activity) {
    var id = String.valueOf(count.incrementAndGet());
    var thread = THREAD.matcher(conversation);
    var inThread = thread.matches();
    for (var attachment : activity.path("attachments")) {
      posts.add(
          new Posts.Post(
              inThread ? thread.group(1) : conversation,
              id,
              inThread ? thread.group(2) : null,
              Shown.inTeams(attachment.path("content")),
              activity));
    }
    return "{\"id\":\"" + id + "\"}";
  }

  private String changed(String conversation, String id, Request request) {
    if (request.getMethod().equals(RequestMethod.DELETE)) {
      posts.remove(id);
    } else {
      var activity = JSON.readTree(request.getBodyAsString());
      for (var attachment : activity.path("attachments")) {
        posts.change(
            conversation.replaceFirst(";messageid=.*", ""),
            id,
            Shown.inTeams(attachment.path("content")),
            activity);
      }
    }
    return "{\"id\":\"" + id + "\"}";
  }
}
