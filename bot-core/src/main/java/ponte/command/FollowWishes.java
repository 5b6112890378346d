package ponte.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.command.Command.Follow;
import ponte.command.Command.Pace;
import ponte.nlp.Language;

/** What people of one language want to follow, and how soon they want to hear of it. */
final class FollowWishes {

  private static final int FEW_WORDS = 3;

  private final Language language;
  private final Phrasebook book;
  private final Paces paces;
  private final Doubt doubt;
  private final Pattern and;

  FollowWishes(Language language) {
    this.language = language;
    this.book = Phrasebook.of(language);
    this.paces = new Paces(language);
    this.doubt = Doubt.in(language);
    this.and = Pattern.compile(book.anyOf("follow-and"));
  }

  /** What is to be followed, and how often, where it was said. */
  private record Wanted(Paces.Paced what, boolean favour) {}

  /**
   * What a line can mean: several commands where it names several topics, or a rhythm that there is
   * not; none where it is no such wish.
   */
  List<Command> of(Written line, boolean asked) {
    return wanted(line, asked, Doubt.Degree.NONE)
        .map(Wanted::what)
        .map(what -> meant(what, topics(what.topic())))
        .filter(commands -> !commands.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** What a line may mean that can as well be a question. */
  Optional<Command> perhaps(Written line, boolean asked) {
    return wanted(line, asked, Doubt.Degree.SOME)
        .map(Wanted::what)
        .flatMap(what -> meant(what, Topics.of(what.topic(), language).stream().toList()).stream())
        .findFirst();
  }

  private static List<Command> meant(Paces.Paced what, List<String> topics) {
    var said = what.said();
    var pace = said == null ? Pace.DAILY : said.pace();
    var some = pace == null ? Paces.offered() : List.of(pace);
    return topics.stream()
        .flatMap(topic -> some.stream().<Command>map(each -> new Follow(topic, each)))
        .toList();
  }

  /** Each of several short topics, and all of them as one: research and development is one. */
  private List<String> topics(Written words) {
    var whole = Topics.of(words, language);
    if (whole.isEmpty()) {
      return List.of();
    }
    var topics = new ArrayList<String>();
    words
        .between(and.matcher(words.folded()).results().toList())
        .forEach(part -> Topics.of(part, language).ifPresent(topics::add));
    if (topics.size() > 1 && topics.stream().allMatch(FollowWishes::isShort)) {
      topics.add(whole.get());
      return topics;
    }
    return List.of(whole.get());
  }

  private Stream<Wanted> wanted(Written line, boolean asked, Doubt.Degree degree) {
    return Stream.of(
            matches("follow", line).flatMap(match -> wanted(line, match, false)),
            matches("rhythm-follow", line).flatMap(match -> wanted(line, match, false)),
            matches("may-i-follow", line).flatMap(match -> wanted(line, match, true)))
        .flatMap(each -> each)
        .filter(
            wanted -> {
              var topic = wanted.what().topic();
              var favour = wanted.favour() && isShort(topic.text());
              return doubt.of(topic, asked && !favour) == degree;
            });
  }

  private Stream<Wanted> wanted(Written line, Matcher match, boolean favour) {
    var topic = line.cut(match.start("topic"), match.end("topic"));
    if (!match.namedGroups().containsKey("rhythm")) {
      return Stream.of(new Wanted(paces.behind(topic), favour));
    }
    return paces.of(Objects.requireNonNull(match.group("rhythm"))).stream()
        .map(said -> new Wanted(new Paces.Paced(topic, said), favour));
  }

  private static boolean isShort(String topic) {
    return topic.strip().split(" +").length <= FEW_WORDS;
  }

  private Stream<Matcher> matches(String section, Written line) {
    return book.phrases(section).stream()
        .map(phrase -> phrase.matcher(line.folded()))
        .filter(Matcher::matches);
  }
}
