package ponte.seeding;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Sowing;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Inviting;
import ponte.listening.Ears;
import ponte.nlp.Nlp;
import ponte.nudge.Gate;
import ponte.nudge.WorkingTime;

/** Looks for discussions that are worth beginning now, and drafts them. */
final class Proposals {

  /** Of one kind at most, so that there is something to choose from. */
  private static final int OF_A_KIND = 2;

  /** One is posted a week; so many of one channel are there to choose from. */
  private static final int OF_A_ROOM = 3;

  /** What several people speak of by themselves needs nobody to begin it. */
  private static final Duration SPOKEN_OF = Duration.ofHours(24);

  /** What somebody asked is old news where it would have to wait for longer. */
  private static final Duration NEWS = Duration.ofDays(7);

  private static final int PEOPLE_SPEAKING = 2;
  private static final int INVITED = 3;

  /** So many of the likeliest differ little; the same few are not to be asked every time. */
  private static final int NEAR_EQUALS = 8;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Nlp nlp;
  private final Digests digests;
  private final ChannelLanguage languages;
  private final Inviting inviting;
  private final Ears ears;
  private final Gate gate;
  private final Seeds seeds;
  private final Moments moments;
  private final Prompting prompting;
  private final List<Source> sources;
  private final SeedingRules rules;
  private final Clock clock;

  Proposals(
      Seeds seeds,
      SeedingDesk.Looks looks,
      Subjects subjects,
      Wording wording,
      SeedingDesk.Ground ground,
      SeedingDesk.Beside beside,
      SeedingRules rules) {
    this.rules = rules;
    this.clock = ground.clock();
    this.archive = ground.archive();
    this.directory = ground.directory();
    this.preferences = ground.preferences();
    this.nlp = ground.nlp();
    this.digests = beside.digests();
    this.languages = beside.languages();
    this.inviting = beside.inviting();
    this.ears = beside.ears();
    this.gate = beside.gate();
    this.seeds = seeds;
    this.moments = looks.moments();
    this.prompting = new Prompting(directory);
    this.sources =
        List.of(
            new WaitingQuestions(
                looks.open(),
                wording,
                told ->
                    WorkingTime.weekdays(
                        moments.zone(told.channel().id(), clock.instant()),
                        gate.holidays(told.opener()))),
            new RecurringQuestions(beside.ears().recurring(), archive, directory, subjects),
            new RisingTopics(beside.ears().trending(), archive, directory, nlp, wording),
            new GoodAnswers(archive, subjects, wording),
            new Practices(archive, directory, wording, nlp),
            new QuietRooms(directory, nlp),
            new ApartTeams(directory, beside.networks(), nlp));
  }

  /**
   * The best ones, best first; each is kept, so that it can be spoken of.
   *
   * @param room in which channel; null: in any that the asker may open
   */
  List<Seed> of(Asker asker, @Nullable ChannelId room) {
    var now = clock.instant();
    var scene =
        new Scene(
            archive, digests, preferences, nlp, WrittenNames.ofEverybody(directory, nlp), now);
    scene.read(channels(asker.audience(), room, now), languages, asker.language());
    var best = new ArrayList<Seed>();
    var left = new ArrayList<>(found(scene, room));
    // The best of each channel come first; where there are few channels, their next ones follow.
    for (int ofOneRoom = 1; ofOneRoom <= OF_A_ROOM; ofOneRoom++) {
      for (var proposal : List.copyOf(left)) {
        if (best.size() < rules.proposals() && hasPlace(proposal, best, ofOneRoom)) {
          left.remove(proposal);
          seed(proposal, asker, now, free(proposal.room().id(), best, now)).ifPresent(best::add);
        }
      }
    }
    return best;
  }

  private static boolean hasPlace(Proposal proposal, List<Seed> best, int ofOneRoom) {
    var kind = proposal.reason().getClass();
    return best.stream().filter(each -> each.reason().getClass().equals(kind)).count() < OF_A_KIND
        && best.stream().filter(each -> each.room().equals(proposal.room().id())).count()
            < ofOneRoom
        && best.stream().noneMatch(each -> isSameTopic(each.reason(), proposal.reason()))
        && best.stream()
            .allMatch(
                each -> Collections.disjoint(each.reason().sources(), proposal.reason().sources()));
  }

  private static boolean isSameTopic(Reason one, Reason other) {
    var topic = one.topic().toLowerCase(Locale.ROOT);
    var second = other.topic().toLowerCase(Locale.ROOT);
    return !topic.isEmpty()
        && !second.isEmpty()
        && (topic.contains(second) || second.contains(topic));
  }

  private List<Channel> channels(Audience audience, @Nullable ChannelId room, Instant now) {
    Map<Channel, Instant> last = new HashMap<>();
    for (var channel : directory.channels(audience)) {
      if (!channel.archived() && !gate.isQuiet(channel.id())) {
        archive.before(channel.id(), now, 1, Audience.of(channel.id())).stream()
            .map(Filed::message)
            .map(Message::at)
            .filter(at -> at.isAfter(now.minus(Scene.BEFORE)))
            .findFirst()
            .ifPresent(at -> last.put(channel, at));
      }
    }
    var all =
        last.entrySet().stream()
            .sorted(
                Comparator.comparing(
                        (Map.Entry<Channel, Instant> each) -> !each.getKey().id().equals(room))
                    .thenComparing(Map.Entry.<Channel, Instant>comparingByValue().reversed())
                    .thenComparing(each -> each.getKey().id()))
            .map(Map.Entry::getKey)
            .toList();
    return InTurn.of(all, Duration.between(Instant.EPOCH, now).toDays());
  }

  private List<Proposal> found(Scene scene, @Nullable ChannelId room) {
    return sources.stream()
        .flatMap(source -> source.in(scene).stream())
        .filter(each -> room == null || each.room().id().equals(room))
        .filter(each -> seeds.busy(each.room().id(), rules.apart()).isEmpty())
        .filter(each -> !isSpokenOf(each, scene))
        .sorted(
            Comparator.comparingDouble((Proposal each) -> -each.worth())
                .thenComparing(each -> each.room().id())
                .thenComparing(Proposal::about))
        .toList();
  }

  /** Whether several people speak of it in its channel at this time. */
  private boolean isSpokenOf(Proposal proposal, Scene scene) {
    var part = scene.part(proposal.room().id());
    if (part.isEmpty()
        || proposal.reason() instanceof Reason.Waiting
        || proposal.reason() instanceof Reason.Circling
        || proposal.reason() instanceof Reason.Practice
        || proposal.reason() instanceof Reason.Answered) {
      return false;
    }
    var terms = nlp.terms(proposal.about(), part.get().language());
    return part.get()
            .since(scene.now().minus(SPOKEN_OF))
            .filter(
                message ->
                    Set.copyOf(nlp.terms(message.text().searchable(), part.get().language()))
                        .containsAll(terms))
            .map(Message::author)
            .distinct()
            .count()
        >= PEOPLE_SPEAKING;
  }

  /** Keeps it, unless it was left, or begun before, or its channel is not free in time for it. */
  private Optional<Seed> seed(Proposal proposal, Asker asker, Instant now, Instant free) {
    var room = proposal.room();
    var reason = proposal.reason();
    var id = id(room.id(), key(reason));
    var kept = seeds.find(new Sowing.Of(room.id(), id));
    var due =
        kept.map(Seed::due)
            .filter(planned -> planned.isAfter(free))
            .or(
                () ->
                    Optional.of(moments.next(room.id(), free, now))
                        .filter(next -> !comesTooLate(reason, next, free, now)));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    if (kept.isPresent()) {
      return kept.filter(seed -> seed.stage() == Seed.Stage.PROPOSED)
          .flatMap(
              seed ->
                  seeds.change(
                      seed.ref(), each -> timely(each, due.get(), free).restingOn(reason)));
    }
    var voice = Voice.of(room.id(), archive, languages, now, asker.language());
    var draft =
        Draft.discussion(
            prompting.prompt(reason, proposal.wanted(), voice, moments.zone(room.id(), now)),
            colleagues(proposal, asker, now));
    return Optional.of(
        seeds.add(
            new Seed(
                id,
                room.id(),
                reason,
                reason.sources().isEmpty() || !reason.topic().isEmpty() ? proposal.about() : "",
                draft,
                voice.language(),
                Seed.Stage.PROPOSED,
                now,
                null,
                due.get(),
                0,
                Seed.Consent.UNASKED,
                null)));
  }

  /** From when on a channel has a moment for one more than those that were found for it. */
  private Instant free(ChannelId room, List<Seed> best, Instant now) {
    return best.stream()
        .filter(seed -> seed.room().equals(room))
        .map(seed -> seed.due().plus(rules.apart()))
        .max(Comparator.naturalOrder())
        .orElse(now);
  }

  /** With a moment that is still to come, and after those of others for its channel. */
  private static Seed timely(Seed seed, Instant due, Instant free) {
    return seed.due().isAfter(free) ? seed : seed.planned(due, seed.weeks());
  }

  /** Whether what somebody asked would have to wait for others of its channel too long. */
  private static boolean comesTooLate(Reason reason, Instant due, Instant free, Instant now) {
    return (reason instanceof Reason.Waiting || reason instanceof Reason.Practice)
        && free.isAfter(now)
        && due.isAfter(now.plus(NEWS));
  }

  /**
   * Those who may have something to say, but for those who said what it rests on. The likeliest all
   * know of it, so that of them those come first who were proposed least of late.
   */
  private List<PersonId> colleagues(Proposal proposal, Asker asker, Instant now) {
    var likeliest =
        candidates(proposal.about(), proposal.reason(), proposal.room(), asker, NEAR_EQUALS)
            .stream()
            .map(Person::id)
            .toList();
    var lately =
        seeds.in(proposal.room().id().workspace()).stream()
            .filter(seed -> seed.at().isAfter(now.minus(Scene.LATELY)))
            .map(Seed::draft)
            .toList();
    return new Turns(lately, directory.accounts())
        .next(likeliest, Math.min(INVITED, inviting.most()));
  }

  /** Colleagues who may be invited to something in a channel, the likeliest to answer first. */
  List<Person> candidates(String about, Reason reason, Channel room, Asker asker) {
    return candidates(about, reason, room, asker, inviting.most());
  }

  private List<Person> candidates(
      String about, Reason reason, Channel room, Asker asker, int most) {
    var authors = new HashSet<PersonId>();
    for (var source : reason.sources()) {
      archive
          .find(source, Audience.of(source.channel()))
          .map(Filed::message)
          .ifPresent(
              message ->
                  Stream.concat(Stream.of(message.author()), message.text().mentions().stream())
                      .map(directory::accounts)
                      .forEach(authors::addAll));
    }
    reason.questions().stream().flatMap(this::tookPart).forEach(authors::addAll);
    if (about.isBlank()) {
      return List.of();
    }
    var there = ears.wrote(directory.audienceOf(room.id()), lately(clock.instant()));
    return inviting.candidates(Planting.topic(about), room, asker.in(room.id()), most).stream()
        .filter(person -> !authors.contains(person.id()))
        .filter(person -> directory.accounts(person.id()).stream().anyMatch(there::contains))
        .toList();
  }

  /** Those who spoke where it was asked: what they know of it stands there. */
  private Stream<Set<PersonId>> tookPart(MessageId question) {
    var there = Audience.of(question.channel());
    return archive.find(question, there).map(Filed::conversation).stream()
        .flatMap(talk -> archive.conversation(talk, there).stream())
        .map(filed -> directory.accounts(filed.message().author()));
  }

  /** Who has been silent for longer is not asked to begin to talk. */
  private static TimeSpan lately(Instant now) {
    return TimeSpan.before(now, Scene.LATELY);
  }

  private static List<String> key(Reason reason) {
    return switch (reason) {
      case Reason.Waiting(var question, _) -> List.of("waiting", question.toString());
      case Reason.Circling(var questions, _) ->
          List.of("circling", questions.getFirst().toString());
      case Reason.Answered(var question, _) -> List.of("answered", question.toString());
      case Reason.Practice(var question, _, _) -> List.of("practice", question.toString());
      case Reason.Quiet(var topic, _, _) -> List.of("quiet", topic.toLowerCase(Locale.ROOT));
      case Reason.Apart(_, var here, var there) ->
          List.of("apart", here.toString(), there.toString());
      case Reason.Rising(var topic, _, _) -> List.of("rising", topic.toLowerCase(Locale.ROOT));
      case Reason.Idea _ -> List.of("idea");
    };
  }

  /** The same for the same in the same channel. */
  static String id(ChannelId room, List<String> key) {
    return UUID.nameUUIDFromBytes(
            (room + "\n" + String.join("\n", key)).getBytes(StandardCharsets.UTF_8))
        .toString();
  }
}
