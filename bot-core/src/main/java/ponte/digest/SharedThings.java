package ponte.digest;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Shared;
import ponte.digest.Digest.Shared.Thing;

/**
 * Finds the pages and files that people gave to a channel: what others answered or reacted to
 * first. A company's wiki on its own network is one; one's own machine, addresses of numbers, mere
 * hosts, calls and moving pictures are no pages to read, and a picture without a name is no file to
 * look for.
 */
final class SharedThings {

  private static final int LONGEST_LABEL = 70;

  /** One's own machine, and addresses of numbers: where they lead depends on who follows them. */
  private static final Pattern NOWHERE = Pattern.compile("(?:.*\\.)?localhost|[\\d.]+|\\[.*");

  private static final Pattern NO_READING =
      Pattern.compile(
          "(?:.*\\.)?(?:giphy\\.com|tenor\\.com|zoom\\.us|meet\\.google\\.com|meet\\.jit\\.si"
              + "|webex\\.com|whereby\\.com|slack\\.com|teams\\.microsoft\\.com|teams\\.live\\.com)");

  private static final Pattern NAMELESS =
      Pattern.compile(
          "(?:image|img|screen[ _-]?shot|screenshot|schermata|pasted|untitled|photo|foto|dsc|video"
              + "|scan|unknown|none|senza titolo|clipboard|snippet|file|-)"
              + "(?:[ _-]?[\\d._:() -]*|[ _-].*)(?:\\.\\w+)?",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{3}");

  private final Redaction redaction = new Redaction();

  /** Something shared, and how much it moved others. */
  private record Given(Shared shared, double echo) {}

  /**
   * What was shared, each thing once.
   *
   * @param shown messages whose links a reader sees anyway
   */
  List<Shared> in(List<Talk> talks, Set<MessageId> shown) {
    Map<Thing, Given> given = new LinkedHashMap<>();
    for (var talk : talks) {
      for (var message : talk.messages()) {
        if (!shown.contains(message.id())) {
          double echo = echo(message, talk);
          for (var thing : things(message)) {
            var shared = new Shared(message.id(), message.author(), message.at(), thing);
            given.merge(
                thing,
                new Given(shared, echo),
                (first, again) -> new Given(first.shared(), first.echo() + 1 + again.echo()));
          }
        }
      }
    }
    return given.values().stream()
        .sorted(
            Comparator.comparingDouble((Given each) -> -each.echo())
                .thenComparing(each -> each.shared().at(), Comparator.reverseOrder()))
        .map(Given::shared)
        .toList();
  }

  private static double echo(Message message, Talk talk) {
    long reacting =
        message.reactions().stream()
            .flatMap(reaction -> reaction.people().stream())
            .filter(person -> !person.equals(message.author()))
            .distinct()
            .count();
    boolean opens = message.id().equals(talk.id());
    return reacting + (opens ? talk.people() - 1 : 0);
  }

  private List<Thing> things(Message message) {
    var things = new ArrayList<Thing>();
    message.text().links().forEach(link -> page(link).ifPresent(things::add));
    message.files().stream()
        .filter(name -> !NAMELESS.matcher(name).matches() && LETTERS.matcher(name).find())
        .filter(name -> redaction.redact(name).equals(name))
        .map(Thing.File::new)
        .forEach(things::add);
    return things;
  }

  /** The page that a link leads to; empty where there is none to read. */
  Optional<Thing> page(Span.Link link) {
    try {
      var address = URI.create(link.url().strip());
      var host = address.getHost();
      var path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
      boolean isWeb = address.getScheme() != null && address.getScheme().matches("(?i)https?");
      if (!isWeb
          || host == null
          || address.getUserInfo() != null
          || (path.isEmpty() && address.getQuery() == null)
          || NOWHERE.matcher(host.toLowerCase(Locale.ROOT)).matches()
          || NO_READING.matcher(host.toLowerCase(Locale.ROOT)).matches()
          || path.toLowerCase(Locale.ROOT).matches(".*/(?:login|signin|sign-in|invite)(?:/.*)?")
          || path.toLowerCase(Locale.ROOT).endsWith(".gif")
          || !redaction.redact(link.url()).equals(link.url())) {
        return Optional.empty();
      }
      return Optional.of(new Thing.Page(link.url().strip(), label(link, host, path)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what no browser opens is no page
    }
  }

  private String label(Span.Link link, String host, String path) {
    var label = link.label().strip();
    boolean own =
        !label.contains("://") && LETTERS.matcher(label).find() && !link.url().contains(label);
    var shown = own ? redaction.redact(label) : host.replaceFirst("^www\\.", "") + path;
    return shown.length() <= LONGEST_LABEL
        ? shown
        : shown.substring(0, LONGEST_LABEL - 1).strip() + "…";
  }
}
