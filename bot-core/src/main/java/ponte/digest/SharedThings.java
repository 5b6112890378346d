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
import org.jspecify.annotations.Nullable;
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

  private static final int LONGEST_INTRODUCTION = 120;

  /** Where an address was left out from the midst of a sentence. */
  private static final Pattern WITHOUT_ITS_LINK =
      Pattern.compile("\\S\\s{2,}\\S|\\(\\s*\\)|\\s[,.;]");

  private static final Pattern LAST_MARK = Pattern.compile("[\\s.:]+$");

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

  /** Adverbs that no title ends with. */
  private static final Pattern LEADS_ON =
      Pattern.compile(
          "even|very|so|just|also|too|this|that|any|some|more|most|anche|più|molto|quest[oaie]|quel\\w*|ogni|qualche");

  private static final Pattern LETTERS = Pattern.compile("\\p{L}{3}");

  /** An introduction that cannot be understood beside its link introduces nothing. */
  private static final double LEAST_FIT = -0.5;

  private static final int FEWEST_TERMS = 3;

  /** "This article is …" and "Found this paper on …" say what it is. */
  private static final int LETTERS_OF_A_WORD = 8;

  /** Words with hyphens at the end of an address are the title of the page. */
  private static final Pattern SLUG =
      Pattern.compile("(?:\\p{L}{2,}[-_]){2,}\\p{L}{2,}(?:\\.\\w+)?");

  private static final Pattern WWW = Pattern.compile("^www\\.", Pattern.CASE_INSENSITIVE);

  /** Names that a machine drew. */
  private static final Pattern DRAWN =
      Pattern.compile(
          "[0-9a-fA-F-]{8,}|(?=(?:[^\\d]*\\d){2})(?=(?:[^\\p{L}]*\\p{L}){3})[\\p{L}\\d]{8,}|[^aeiouAEIOU]{7,}");

  private final Redaction redaction = new Redaction();
  private final Reading reading;
  private final Fitness fitness;

  SharedThings(Reading reading, Fitness fitness) {
    this.reading = reading;
    this.fitness = fitness;
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
    message.text().links().forEach(link -> page(link, message).ifPresent(things::add));
    message.files().stream()
        .filter(name -> !NAMELESS.matcher(name).matches() && LETTERS.matcher(name).find())
        .filter(name -> !DRAWN.matcher(name.replaceFirst("\\.\\w+$", "")).matches())
        .filter(name -> redaction.redact(name).equals(name))
        .map(Thing.File::new)
        .forEach(things::add);
    return things;
  }

  private Optional<Thing> page(Span.Link link, Message message) {
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
      return label(link, host, path, message)
          .map(label -> new Thing.Page(link.url().strip(), label));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // what no browser opens is no page
    }
  }

  /**
   * Its title, what its address says, or else the words that introduce it; empty where nothing
   * does.
   */
  private Optional<String> label(Span.Link link, String host, String path, Message message) {
    var label = link.label().strip();
    boolean own =
        !label.contains("://")
            && LETTERS.matcher(label).find()
            && !link.url().contains(label)
            && !Masked.isAddress(label, link.url())
            && Stream.of(Language.values())
                .noneMatch(language -> Cues.in(language).is(Cue.NO_TITLE, label));
    if (own) {
      return Optional.of(shortened(label));
    }
    return titled(host, path).or(() -> introduction(link, message));
  }

  /**
   * What an address says, and whose it is: "contact us" alone tells nothing. One that ends in the
   * midst of its title was cut.
   */
  private Optional<String> titled(String host, String path) {
    var last = path.substring(path.lastIndexOf('/') + 1);
    if (!SLUG.matcher(last).matches()) {
      return Optional.empty();
    }
    var words = last.replaceFirst("\\.\\w+$", "").replaceAll("[-_]+", " ");
    return Optional.of(words)
        .filter(each -> !endsInside(each))
        .map(each -> shortened(each) + " (" + WWW.matcher(host).replaceFirst("") + ")");
  }

  /** Whether the last word is one that leads to another: "of", "is", "even". */
  private boolean endsInside(String words) {
    var last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(Language.values())
            .anyMatch(language -> Cues.in(language).ends(Cue.UNFINISHED, last))
        || LEADS_ON.matcher(last).matches();
  }

  /** The sentence the link stands in, or the one that announces it, in its author's words. */
  private Optional<String> introduction(Span.Link link, Message message) {
    @Nullable Line before = null;
    for (var line : reading.lines(new Talk(message.id(), List.of(message)))) {
      boolean holds =
          line.quote().text().links().stream().anyMatch(each -> each.url().equals(link.url()));
      if (holds) {
        boolean announced = before != null && before.plain().endsWith(":");
        var words = line.quote().letters() || !announced ? line : before;
        return Optional.ofNullable(words)
            .filter(this::introduces)
            .map(each -> shortened(LAST_MARK.matcher(each.plain()).replaceAll("")));
      }
      before = line;
    }
    return Optional.empty();
  }

  private boolean introduces(Line line) {
    return !line.asks()
        && !line.starts(Cue.THANKS)
        && line.quote().letters()
        && !(line.starts(Cue.LEANING) && !line.starts(Cue.DEICTIC))
        && !line.has(Cue.TO_PARTNER)
        && !(line.starts(Cue.SUBORDINATE) && line.putToOne())
        && !line.has(Cue.DOUBT)
        && !line.has(Cue.PRONOUN)
        && !line.has(Cue.INTRODUCING)
        && !pointsAtIt(line)
        && !endsInside(LAST_MARK.matcher(line.plain()).replaceAll(""))
        && !WITHOUT_ITS_LINK.matcher(line.plain()).find()
        && line.terms().stream().distinct().count() >= FEWEST_TERMS
        && line.plain().length() <= LONGEST_INTRODUCTION
        && fitness.introducing(line) > LEAST_FIT;
  }

  /** "The code here", "from this article": what is behind the link is not said. */
  private static boolean pointsAtIt(Line line) {
    var cues = Cues.in(line.language());
    var text = line.plain();
    var second = text.indexOf(' ', Math.min(LETTERS_OF_A_WORD, text.length()));
    return Stream.of(Cue.POINTER, Cue.DEICTIC)
        .anyMatch(
            cue ->
                cues.find(cue, text).orElse(0) > LETTERS_OF_A_WORD
                    || (second > 0 && cues.has(cue, text.substring(second))));
  }

  private String shortened(String label) {
    var shown = redaction.redact(label);
    return shown.length() <= LONGEST_INTRODUCTION
        ? shown
        : shown.substring(0, LONGEST_INTRODUCTION - 1).strip() + "…";
  }
}
