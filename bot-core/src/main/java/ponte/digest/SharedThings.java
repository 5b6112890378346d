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
import java.util.stream.Stream;
import ponte.consent.Redaction;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Shared;
import ponte.digest.Digest.Shared.Thing;
import ponte.nlp.Language;

/**
 * Finds the pages and files that people gave to a channel: what others answered or reacted to
 * first. A company's wiki on its own network is one; one's own machine, addresses of numbers, mere
 * hosts, hidden folders, calls and moving pictures are no pages to read, and a picture without a
 * name is no file to look for.
 */
final class SharedThings {

  private static final int LONGEST_TITLE = 120;

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

  /** Pages of it are looked up, and not news. */
  private static final Pattern REFERENCE =
      Pattern.compile("^(?:docs?|developer|api)\\.|/(?:docs?|reference|manual|api)/");

  /** A title of so many words says why it was shared. */
  private static final int WORDS_OF_A_TELLING_TITLE = 5;

  /** Words with hyphens at the end of an address are the title of the page. */
  private static final Pattern SLUG =
      Pattern.compile("(?:\\p{L}{2,}[-_]){2,}\\p{L}{2,}(?:\\.\\w+)?");

  /** What lies within a tree of sources is called by what it does there, unless it is a text. */
  private static final Pattern SOURCE =
      Pattern.compile(
          "/(?:blob|tree|raw)/[^/]+/.+(?<!\\.(?:md|rst|adoc|txt|html?|pdf|ipynb))$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WWW = Pattern.compile("^www\\.", Pattern.CASE_INSENSITIVE);

  /** Names that a machine drew. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "[0-9a-fA-F-]{8,}|(?=(?:[^\\d]*\\d){2})(?=(?:[^\\p{L}]*\\p{L}){3})[\\p{L}\\d]{8,}|[^aeiouAEIOU]{7,}");

  private final Redaction redaction = new Redaction();
  private final Introductions introductions;
  private final Answering answering;
  private final Quoting quoting;

  SharedThings(Reading reading, Fitness fitness, DigestRules.Opening rules, Quoting quoting) {
    this.introductions = new Introductions(reading, fitness);
    this.answering = new Answering(reading, fitness, rules);
    this.quoting = quoting;
  }

  /** What a message that shares something was said to. */
  private enum Context {
    OPENS,
    /** A question that is told with it. */
    ANSWERS,
    /** Something that is not told: words to that say little of a page. */
    GOES_ON
  }

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
          for (var shared : shared(message, talk)) {
            given.merge(
                shared.thing(),
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

  private List<Shared> shared(Message message, Talk talk) {
    var shared = new ArrayList<Shared>();
    var links = message.text().links();
    var asked =
        links.isEmpty()
            ? null
            : answering.question(talk, message).map(quoting::headline).orElse(null);
    var context =
        asked != null ? Context.ANSWERS : opens(talk, message) ? Context.OPENS : Context.GOES_ON;
    for (var link : links) {
      page(link, message, context)
          .map(page -> new Shared(message.id(), message.author(), message.at(), page, asked))
          .ifPresent(shared::add);
    }
    message.files().stream()
        .filter(name -> !NAMELESS.matcher(name).matches() && LETTERS.matcher(name).find())
        .filter(name -> !DRAWN.matcher(name.replaceFirst("\\.\\w+$", "")).matches())
        .filter(name -> redaction.redact(name).equals(name))
        .map(Thing.File::new)
        .map(file -> new Shared(message.id(), message.author(), message.at(), file, null))
        .forEach(shared::add);
    return shared;
  }

  /** Whether nobody else had said anything in the talk: else words may be about what they said. */
  private static boolean opens(Talk talk, Message message) {
    return talk.messages().stream()
        .takeWhile(said -> !said.equals(message))
        .allMatch(said -> said.author().equals(message.author()));
  }

  private Optional<Thing> page(Span.Link link, Message message, Context context) {
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
          || path.contains("/.")
          || !redaction.redact(link.url()).equals(link.url())) {
        return Optional.empty();
      }
      return label(link, host, path, message, context)
          .map(label -> new Thing.Page(link.url().strip(), label));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what no browser opens is no page
    }
  }

  /**
   * The words of the one who shared it, with the title of the page where they do not say it; the
   * title alone where it tells enough. Empty where nothing does.
   */
  private Optional<String> label(
      Span.Link link, String host, String path, Message message, Context context) {
    var named = named(link);
    var title = named.or(() -> titled(host, path));
    var words =
        switch (context) {
          case ANSWERS -> introductions.answering(link, message);
          case OPENS -> introductions.of(link, message);
          case GOES_ON -> Optional.<String>empty();
        };
    if (words.isPresent()) {
      var said = redaction.redact(words.get());
      return Optional.of(
          title
              .filter(each -> named.isEmpty() && !said.contains(each))
              .map(each -> each + ": " + said)
              .orElse(said));
    }
    return title.filter(
        each ->
            context == Context.ANSWERS || tellsAlone(each, named.isPresent(), host, path, message));
  }

  /** The name that its author gave it. */
  private Optional<String> named(Span.Link link) {
    var label = link.label().strip();
    boolean own =
        !label.contains("://")
            && LETTERS.matcher(label).find()
            && !link.url().contains(label)
            && !Masked.isAddress(label, link.url())
            && Stream.of(Language.values())
                .noneMatch(language -> Cues.in(language).is(Cue.NO_TITLE, label));
    return own ? Optional.of(shortened(label)) : Optional.empty();
  }

  /**
   * Whether a title is enough. Where more was said about the page, a short one leaves out why it
   * was shared; of a reference, everybody knows that it has such a page.
   */
  private static boolean tellsAlone(
      String title, boolean named, String host, String path, Message message) {
    int words = title.split("\\s+").length - (named ? 0 : 1);
    return words >= WORDS_OF_A_TELLING_TITLE
        || ((named || !REFERENCE.matcher(host + path).find()) && Introductions.isBare(message));
  }

  /**
   * What an address says, and whose it is: "contact us" alone tells nothing. One that ends in the
   * midst of its title was cut.
   */
  private Optional<String> titled(String host, String path) {
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (!SLUG.matcher(last).matches() || SOURCE.matcher(path).find()) {
      return Optional.empty();
    }
    var words = last.replaceFirst("\\.\\w+$", "").replaceAll("[-_]+", " ");
    return Optional.of(words)
        .filter(each -> !Introductions.endsInside(each))
        .map(each -> shortened(each) + " (" + WWW.matcher(host).replaceFirst("") + ")");
  }

  private String shortened(String label) {
    var shown = redaction.redact(label);
    return shown.length() <= LONGEST_TITLE
        ? shown
        : shown.substring(0, LONGEST_TITLE - 1).strip() + "…";
  }
}
