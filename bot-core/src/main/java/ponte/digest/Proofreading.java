package ponte.digest;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Shared.Thing;
import ponte.directory.Directory;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * Reads a digest that was made before against what was said, as that stands now.
 *
 * <p>No line is chosen anew. A line goes with the message it leads to, a quote with its message,
 * and both with those who opted out; a quote of a message that was edited is replaced by the
 * sentence that has most of its words, and the day, the name or the topic beside it is read again.
 * A decision that decides nothing now goes, and so does an open question that asks nothing now or
 * that its asker calls settled. What nobody has touched since stays to the letter.
 */
public final class Proofreading {

  private final Archive archive;
  private final Preferences preferences;
  private final Requoting requoting;
  private final Rereading rereading;

  public Proofreading(Archive archive, Nlp nlp, Preferences preferences, Directory directory) {
    this.archive = archive;
    this.preferences = preferences;
    this.requoting = new Requoting(nlp);
    this.rereading =
        new Rereading(
            nlp, person -> directory.person(person).map(Person::zone).orElse(ZoneOffset.UTC));
  }

  /**
   * A digest as it reads now.
   *
   * @param cited the messages that its lines rest on, as they were when it was read
   */
  public record Read(Digest digest, List<Cited> cited) {}

  /** The messages that the lines of a digest rest on that was made this moment. */
  public List<Cited> first(Digest digest) {
    var sight = new Sight(digest, List.of());
    var messages = new LinkedHashSet<MessageId>();
    var wording = new LinkedHashSet<MessageId>();
    for (var item : items(digest)) {
      messages.addAll(Sources.of(item));
      Sources.quotes(item).stream()
          .filter(quote -> sight.find(quote.message()).filter(m -> !holds(m, quote)).isPresent())
          .map(Quote::message)
          .forEach(wording::add);
    }
    var cited = new ArrayList<Cited>();
    for (var message : messages) {
      var version = sight.find(message).map(Message::version).orElse(null);
      // Edited in this very moment: it is read again.
      cited.add(new Cited(message, wording.contains(message) ? null : version));
    }
    return cited;
  }

  /** A digest as it has to read now. */
  public Read again(Digest digest, List<Cited> cited) {
    var sight = new Sight(digest, cited);
    var now =
        digest.with(
            digest.items().stream().flatMap(item -> sight.now(item).stream()).toList(),
            digest.more().stream().flatMap(item -> sight.now(item).stream()).toList());
    return new Read(
        now,
        cited.stream()
            .map(
                each ->
                    new Cited(
                        each.message(),
                        sight.find(each.message()).map(Message::version).orElse(null)))
            .toList());
  }

  private static List<Item> items(Digest digest) {
    return Stream.concat(digest.items().stream(), digest.more().stream()).toList();
  }

  /** Whether the words of a quote are in its message, in their order. */
  private static boolean holds(Message message, Quote quote) {
    var said = Requoting.words(message.text()).iterator();
    return Requoting.words(quote.text()).stream()
        .allMatch(
            word -> {
              while (said.hasNext()) {
                if (said.next().equals(word)) {
                  return true;
                }
              }
              return false;
            });
  }

  /** What can be seen of the messages behind one digest, all of which are looked for together. */
  private final class Sight {

    private final Audience audience;
    private final Map<MessageId, Filed> found;
    private final Map<MessageId, Optional<Message>> messages = new HashMap<>();
    private final Map<MessageId, Cited> cited;

    Sight(Digest digest, List<Cited> cited) {
      this.audience =
          new Audience(
              digest.channels().stream().map(Channel::id).collect(Collectors.toUnmodifiableSet()));
      this.cited = cited.stream().collect(Collectors.toMap(Cited::message, each -> each));
      var messages = new HashSet<>(this.cited.keySet());
      items(digest).forEach(item -> messages.addAll(Sources.of(item)));
      this.found = archive.find(messages, audience);
    }

    Optional<Message> find(MessageId id) {
      return messages.computeIfAbsent(
          id, _ -> Optional.ofNullable(found.get(id)).map(Filed::message).filter(this::mayBeTold));
    }

    private boolean mayBeTold(Message message) {
      return message.isTalk()
          && !preferences.isOut(message.author())
          && !Confidentiality.isMarked(message.text());
    }

    private boolean isUntouched(MessageId id) {
      var known = cited.get(id);
      var message = find(id);
      return known != null
          && message.isPresent()
          && message.get().version().equals(known.version());
    }

    /** The line as it reads now; empty where it is gone. */
    Optional<Item> now(Item item) {
      // Thanks stand on the messages of several, and not on the first alone.
      return item instanceof Digest.Thanked || find(item.source()).isPresent()
          ? read(item).map(Item.class::cast)
          : Optional.empty();
    }

    private Optional<? extends Item> read(Item item) {
      return switch (item) {
        case Discussion discussion -> discussion(discussion);
        case Digest.Decision(var decided, var about) ->
            quote(decided, Decisions::decides)
                .map(now -> new Digest.Decision(now, discussion(about).orElse(bare(about, now))));
        case Digest.Answered(var about) ->
            // That the question is open again, nobody has seen: it is told without an answer.
            discussion(about).map(now -> now.outcome() == null ? now : new Digest.Answered(now));
        case Digest.Unanswered(var question, var proposed) ->
            quote(question, sentence -> sentence.sign() != QuestionSign.NONE)
                .filter(now -> isUntouched(now.message()) || !isSettled(now.message()))
                .map(
                    now ->
                        new Digest.Unanswered(
                            now,
                            proposed == null || preferences.isOut(proposed.person())
                                ? null
                                : proposed));
        case Digest.Commitment(var promise, var about, var due) ->
            isUntouched(promise.message())
                ? Optional.of(new Digest.Commitment(promise, again(about), due))
                : find(promise.message())
                    .flatMap(
                        now ->
                            requoting
                                .again(promise, now, each -> rereading.promises(each, now))
                                .map(
                                    again ->
                                        new Digest.Commitment(
                                            again.quote(),
                                            again(about),
                                            rereading.due(again.sentence(), now))));
        case Digest.Shared shared -> find(shared.message()).flatMap(now -> shared(shared, now));
        case Digest.Newcomer newcomer ->
            Optional.of(newcomer).filter(each -> !preferences.isOut(each.person()));
        case Digest.Thanked thanked ->
            rereading.thanked(
                thanked,
                this::find,
                this::isUntouched,
                person -> !preferences.isOut(person),
                again(thanked.about()));
        case Digest.Celebrated(var news, var people) ->
            quote(news).map(now -> new Digest.Celebrated(now, people));
        case Digest.Rising(var topic, var example, var people) ->
            saysStill(topic, example.message())
                ? quote(example).map(now -> new Digest.Rising(topic, now, people))
                : Optional.empty();
        case Digest.WentQuiet quiet ->
            Optional.of(quiet).filter(each -> saysStill(each.topic(), each.last()));
      };
    }

    private boolean saysStill(String topic, MessageId message) {
      return isUntouched(message)
          || find(message).filter(now -> rereading.isAbout(topic, now)).isPresent();
    }

    private boolean isSettled(MessageId question) {
      return find(question).map(requoting::sentences).filter(Rereading::isSettled).isPresent();
    }

    private @Nullable Quote again(@Nullable Quote quote) {
      return quote == null ? null : quote(quote).orElse(null);
    }

    private Optional<Quote> quote(Quote quote) {
      return quote(quote, _ -> true);
    }

    /**
     * @param fits whether a sentence that was edited still says what its line is for
     */
    private Optional<Quote> quote(Quote quote, Predicate<Analysis.Sentence> fits) {
      return find(quote.message())
          .flatMap(
              message ->
                  isUntouched(quote.message())
                      ? Optional.of(quote)
                      : requoting.again(quote, message, fits).map(Requoting.Again::quote));
    }

    private Optional<Discussion> discussion(Discussion discussion) {
      return quote(discussion.headline().opening())
          .map(
              opening ->
                  new Discussion(
                      found.containsKey(discussion.conversation())
                          ? discussion.conversation()
                          : opening.message(),
                      headline(discussion.headline(), opening),
                      again(discussion.outcome()),
                      discussion.solved(),
                      people(discussion.people(), opening),
                      discussion.messages(),
                      discussion.isThread()));
    }

    private List<PersonId> people(List<PersonId> people, Quote opening) {
      var left = people.stream().filter(person -> !preferences.isOut(person)).toList();
      return left.isEmpty() ? List.of(opening.author()) : left;
    }

    private static Headline headline(Headline headline, Quote opening) {
      return switch (headline) {
        case Headline.Asked _ -> new Headline.Asked(opening);
        case Headline.About _ -> new Headline.About(opening);
      };
    }

    /** What a decision was about, where that is not to be told any more. */
    private static Discussion bare(Discussion about, Quote decided) {
      return new Discussion(
          decided.message(),
          new Headline.About(decided),
          null,
          about.solved(),
          List.of(decided.author()),
          about.messages(),
          about.isThread());
    }

    private Optional<Item> shared(Digest.Shared shared, Message now) {
      return thing(shared, now)
          .map(
              thing ->
                  new Digest.Shared(
                      shared.message(),
                      shared.author(),
                      shared.at(),
                      thing,
                      again(shared.asked())));
    }

    private Optional<Thing> thing(Digest.Shared shared, Message now) {
      if (isUntouched(now.id())) {
        return Optional.of(shared.thing());
      }
      return switch (shared.thing()) {
        case Thing.Page page -> rereading.page(page, now);
        case Thing.File file ->
            Optional.<Thing>of(file).filter(_ -> now.files().contains(file.name()));
      };
    }
  }
}
