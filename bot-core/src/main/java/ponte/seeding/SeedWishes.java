package ponte.seeding;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Sowing;
import ponte.command.Sowing.Shape;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.introduction.ChannelLanguage;
import ponte.introduction.Outcome;
import ponte.nudge.Gate;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Does what people want of seeds. Community managers propose and post them; whoever is in a channel
 * may call for help in it, in their own name.
 */
public final class SeedWishes {

  private static final int CANDIDATES = 3;

  private final Seeds seeds;
  private final Steps steps;
  private final Proposals proposals;
  private final SeedReplies replies;
  private final Pausing pausing;
  private final Choosing choosing;
  private final Hosting hosting;
  private final Moments moments;
  private final Cards cards;
  private final Directory directory;
  private final Preferences preferences;
  private final Roles roles;
  private final Gate gate;
  private final ChannelLanguage languages;
  private final SeedingRules rules;
  private final Clock clock;

  SeedWishes(
      SeedingDesk.Kept kept,
      SeedingDesk.Looks looks,
      Proposals proposals,
      SeedReplies replies,
      Pausing pausing,
      Choosing choosing,
      Hosting hosting,
      SeedingDesk.Ground ground,
      SeedingDesk.Beside beside,
      SeedingRules rules) {
    this.seeds = kept.seeds();
    this.steps = kept.steps();
    this.proposals = proposals;
    this.replies = replies;
    this.pausing = pausing;
    this.choosing = choosing;
    this.hosting = hosting;
    this.moments = looks.moments();
    this.cards = looks.cards();
    this.directory = ground.directory();
    this.preferences = ground.preferences();
    this.roles = ground.roles();
    this.gate = beside.gate();
    this.languages = beside.languages();
    this.rules = rules;
    this.clock = ground.clock();
  }

  /**
   * Does what somebody wants; handling it again changes nothing.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome take(Sowing wish, Asker asker, String request) {
    var person = asker.person();
    if (person == null) {
      return says(asker, "seed.who-are-you");
    }
    return switch (wish) {
      case Sowing.Propose(var channel) -> propose(channel, person, asker);
      case Sowing.Idea idea -> idea(idea, person, asker, request);
      case Sowing.Overview() -> isManager(person) ? only(overview(asker)) : only(refused(asker));
      case Sowing.Choose(var ref, var option) -> choosing.choose(ref, option, person, asker);
      case Sowing.ChooseNothing(var ref) -> choosing.takeBack(ref, person, asker);
      case Sowing.Host(var ref, var agreed) -> hosting.answer(ref, agreed, person, asker);
      case Sowing.Show(var ref) -> decide(ref, person, asker, seed -> preview(seed, asker));
      case Sowing.Edit(var ref) -> decide(ref, person, asker, seed -> preview(seed, asker));
      case Sowing.Write write ->
          decide(write.seed(), person, asker, seed -> write(seed, write, person, asker, request));
      case Sowing.Invite(var ref, var colleague, var wanted) ->
          decide(ref, person, asker, _ -> invite(ref, colleague, wanted, asker));
      case Sowing.AskHost(var ref, var colleague) ->
          decide(
              ref,
              person,
              asker,
              seed -> {
                hosting.ask(seed, colleague, person, request);
                return preview(seeds.find(ref).orElse(seed), asker);
              });
      case Sowing.Post(var ref, var now) ->
          decide(ref, person, asker, seed -> post(seed, now, person, asker));
      case Sowing.Leave(var ref) -> decide(ref, person, asker, seed -> leave(seed, asker));
      case Sowing.Enough(var ref) ->
          decide(ref, person, asker, seed -> choosing.enough(seed, asker));
    };
  }

  private interface Decision {
    Outcome on(Seed seed);
  }

  /** What only whoever takes care of the community, or whose seed it is, may decide. */
  private Outcome decide(Sowing.Of ref, PersonId person, Asker asker, Decision decision) {
    var seed = seeds.find(ref).filter(_ -> asker.audience().maySee(ref.room()));
    return seed.isEmpty()
        ? says(asker, "seed.gone")
        : mayDecide(seed.get(), person) ? decision.on(seed.get()) : only(refused(asker));
  }

  /** Whether somebody may see a seed before it is posted, and decide about it. */
  boolean mayDecide(Seed seed, PersonId person) {
    var by = seed.by();
    return isManager(person)
        || (by != null
            && seed.draft().shape() == Shape.RALLY
            && directory.accounts().areOne(by, person));
  }

  private boolean isManager(PersonId person) {
    return roles.isManager(person, directory);
  }

  private Reply refused(Asker asker) {
    return refused(roles, directory, Texts.in(asker.language()));
  }

  /** To who does not take care of the community. */
  static Reply refused(Roles roles, Directory directory, Texts texts) {
    return Reply.saying(
        texts, roles.managers(directory).isEmpty() ? "open-list.no-managers" : "seed.managers");
  }

  private Reply overview(Asker asker) {
    var now = clock.instant();
    return replies.overview(all(asker), pausing.resting(asker.audience(), now), asker, now);
  }

  /** Those in channels that the asker may open. */
  private List<Seed> all(Asker asker) {
    return asker.audience().channels().stream()
        .map(ChannelId::workspace)
        .distinct()
        .flatMap(workspace -> seeds.in(workspace).stream())
        .filter(seed -> asker.audience().maySee(seed.room()))
        .toList();
  }

  private Outcome propose(@Nullable String name, PersonId person, Asker asker) {
    if (!isManager(person)) {
      return only(refused(asker));
    }
    var room =
        name == null ? Optional.<Channel>empty() : directory.channelNamed(name, asker.audience());
    if (name != null && room.isEmpty()) {
      return says(asker, "digest.no-such-channel", name);
    }
    var busy = room.flatMap(each -> seeds.busy(each.id(), rules.apart()));
    if (busy.isPresent()) {
      var texts = Texts.in(asker.language());
      return says(asker, "seed.busy", room.get().name(), texts.weekday(busy.get(), asker.zone()));
    }
    var found = proposals.of(asker, room.map(Channel::id).orElse(null));
    return found.isEmpty()
        ? room.map(each -> says(asker, "seed.none.in", each.name()))
            .orElseGet(() -> says(asker, "seed.none"))
        : only(replies.proposals(found, asker, clock.instant()));
  }

  /** What somebody thought of themselves. */
  private Outcome idea(Sowing.Idea idea, PersonId person, Asker asker, String request) {
    var found = directory.channelNamed(idea.channel(), asker.audience());
    if (found.isEmpty()) {
      return says(asker, "digest.no-such-channel", idea.channel());
    }
    var room = found.get();
    var refusal = refusal(idea, room, person, asker);
    if (refusal.isPresent()) {
      return only(refusal.get());
    }
    var now = clock.instant();
    var draft = Ideas.draft(idea);
    var candidates =
        idea.shape() == Shape.POLL
            ? List.<PersonId>of()
            : candidates(draft.prompt(), new Reason.Idea(), room, asker).stream()
                .map(Person::id)
                .toList();
    var seed =
        seeds.add(
            new Seed(
                Proposals.id(room.id(), List.of("idea", request)),
                room.id(),
                new Reason.Idea(),
                draft.prompt(),
                draft.inviting(candidates),
                languages.of(room.id(), asker.language()),
                Seed.Stage.PROPOSED,
                now,
                person,
                moments.next(room.id(), now, now),
                0,
                Seed.Consent.UNASKED,
                null));
    return preview(seed, asker);
  }

  private Optional<Reply> refusal(Sowing.Idea idea, Channel room, PersonId person, Asker asker) {
    if (room.archived()) {
      return Optional.of(saying(asker, "room.closed", room.name()));
    }
    if (idea.text().length() > Draft.LONGEST_PROMPT) {
      return Optional.of(saying(asker, "form.seed.prompt.long", Draft.LONGEST_PROMPT));
    }
    if (idea.shape() == Shape.RALLY) {
      return directory.isOfUs(person) && directory.isIn(room.id(), person)
          ? Optional.empty()
          : Optional.of(saying(asker, "seed.rally.not-in", room.name()));
    }
    return isManager(person) ? Optional.empty() : Optional.of(refused(asker));
  }

  private List<Person> candidates(String about, Reason reason, Channel room, Asker asker) {
    return proposals.candidates(about, reason, room, asker).stream().limit(CANDIDATES).toList();
  }

  private Outcome preview(Seed seed, Asker asker) {
    var room = directory.channel(seed.room()).filter(each -> !each.archived());
    if (room.isEmpty()) {
      return says(asker, "seed.gone");
    }
    if (!seed.isOpen()) {
      return only(
          saying(
              asker, seed.posted() == null ? "seed.left" : "seed.is-posted", replies.name(seed)));
    }
    var candidates = new ArrayList<Person>();
    seed.draft().invited().stream()
        .flatMap(each -> directory.person(each).stream())
        .filter(each -> !preferences.isOut(each.id()))
        .forEach(candidates::add);
    candidates(cards.about(seed), seed.reason(), room.get(), asker).stream()
        .filter(each -> candidates.size() < CANDIDATES && !candidates.contains(each))
        .forEach(candidates::add);
    return only(replies.preview(seed, room.get(), candidates, asker, clock.instant()));
  }

  private Outcome write(
      Seed old, Sowing.Write write, PersonId person, Asker asker, String request) {
    var now = clock.instant();
    var zone = moments.zone(write.seed().room(), now);
    var texts = Texts.in(asker.language());
    var wrong = Written.problems(write, old.draft().shape(), LocalDate.ofInstant(now, zone));
    if (old.isOpen() && !wrong.isEmpty()) {
      return only(
          new Reply(
              texts.language(),
              wrong.stream()
                  .<Block>map(each -> Block.Paragraph.plain(Written.says(each, texts)))
                  .toList()));
    }
    if (old.isOpen() && write.weeks() > 0 && preferences.isOut(person)) {
      return notAgainAndAgain(asker);
    }
    var due = write.day().atTime(write.time()).atZone(zone).toInstant();
    var other =
        old.stage() == Seed.Stage.PLANNED ? other(old, person, due) : Optional.<Instant>empty();
    if (other.isPresent()) {
      return busy(old, other.get(), asker);
    }
    if (old.isOpen() && Ideas.rewritten(old.draft(), write).host() == null) {
      hosting.release(old, request);
    }
    var changed =
        seeds.change(
            write.seed(),
            seed ->
                seed.isOpen()
                    ? seed.with(Ideas.rewritten(seed.draft(), write))
                        .of(seed.by() == null ? person : seed.by())
                        .planned(due, write.weeks())
                    : seed);
    changed.filter(seed -> seed.stage() == Seed.Stage.PLANNED).ifPresent(steps::post);
    return changed.map(seed -> preview(seed, asker)).orElseGet(() -> says(asker, "seed.gone"));
  }

  private Outcome invite(Sowing.Of ref, PersonId colleague, boolean wanted, Asker asker) {
    return seeds
        .change(
            ref,
            seed -> {
              var invited = new ArrayList<>(seed.draft().invited());
              invited.remove(colleague);
              if (wanted && invited.size() < CANDIDATES) {
                invited.add(colleague);
              }
              return seed.isOpen() ? seed.with(seed.draft().inviting(invited)) : seed;
            })
        .map(seed -> preview(seed, asker))
        .orElseGet(() -> says(asker, "seed.gone"));
  }

  private Outcome post(Seed seed, boolean atOnce, PersonId person, Asker asker) {
    var now = clock.instant();
    var texts = Texts.in(asker.language());
    var name = replies.name(seed);
    if (!seed.isOpen()) {
      return preview(seed, asker);
    }
    if (gate.isQuiet(seed.room())) {
      return says(asker, "seed.quiet", name);
    }
    if (seed.weeks() > 0 && preferences.isOut(person)) {
      return notAgainAndAgain(asker);
    }
    if (!seed.draft().isWhole()
        || (seed.draft().shape() == Shape.ASK_ME_ANYTHING
            && seed.consent() != Seed.Consent.AGREED)) {
      return preview(seed, asker);
    }
    var due =
        atOnce || seed.draft().shape() == Shape.RALLY
            ? now
            : seed.due().isAfter(now) ? seed.due() : moments.next(seed.room(), now, now);
    var rest = pausing.holding(seed, now).filter(each -> each.isAt(due));
    if (rest.isPresent()) {
      return only(
          new Reply(texts.language(), replies.resting(seed.room(), rest.get(), now, texts)));
    }
    var other = other(seed, person, due);
    if (other.isPresent()) {
      return busy(seed, other.get(), asker);
    }
    var planned =
        seeds.change(
            seed.ref(),
            each ->
                each.stage() == Seed.Stage.PROPOSED
                    ? each.planned(due, each.weeks()).of(person).in(Seed.Stage.PLANNED)
                    : each);
    planned.filter(each -> each.stage() == Seed.Stage.PLANNED).ifPresent(steps::post);
    return due.equals(now)
        ? says(asker, "seed.posting", name)
        : only(
            new Reply(
                texts.language(),
                List.of(
                    Block.Paragraph.plain(
                        texts.say(
                            "seed.planned",
                            name,
                            texts.moment(due, moments.zone(seed.room(), now)))),
                    new Block.Buttons(
                        List.of(
                            Button.of(
                                texts.say("seed.cancel"),
                                SeedReplies.command(new Sowing.Leave(seed.ref()))))))));
  }

  /** To who is out: what comes by itself again does not come in their name. */
  private static Outcome notAgainAndAgain(Asker asker) {
    return says(asker, "seed.series.out", Texts.in(asker.language()).say("command.opt-in"));
  }

  private Outcome busy(Seed seed, Instant free, Asker asker) {
    return says(
        asker,
        seed.draft().shape() == Shape.RALLY ? "seed.rally.enough-for-today" : "seed.busy",
        replies.name(seed),
        Texts.in(asker.language()).weekday(free, asker.zone()));
  }

  /** When there is room again; empty: there is. */
  private Optional<Instant> other(Seed seed, PersonId person, Instant due) {
    var others =
        seeds.in(seed.room().workspace()).stream().filter(each -> !each.id().equals(seed.id()));
    if (seed.draft().shape() == Shape.RALLY) {
      return others
          .filter(each -> each.draft().shape() == Shape.RALLY)
          .filter(each -> each.stage() == Seed.Stage.PLANNED || each.posted() != null)
          .filter(each -> each.by() != null && directory.accounts().areOne(each.by(), person))
          .map(each -> each.due().plus(rules.rallies()))
          .filter(free -> free.isAfter(due))
          .findFirst();
    }
    return others
        .filter(each -> each.room().equals(seed.room()))
        .filter(each -> each.draft().shape() != Shape.RALLY)
        .filter(each -> each.stage() == Seed.Stage.PLANNED || each.posted() != null)
        .filter(each -> each.due().minus(rules.apart()).isBefore(due))
        .map(each -> each.due().plus(rules.apart()))
        .filter(free -> free.isAfter(due))
        .findFirst();
  }

  private Outcome leave(Seed seed, Asker asker) {
    seeds.change(
        seed.ref(), each -> each.isOpen() ? each.in(Seed.Stage.LEFT) : each.planned(each.due(), 0));
    return says(asker, seed.isOpen() ? "seed.left" : "seed.no-more", replies.name(seed));
  }

  private static Outcome only(Reply reply) {
    return Outcome.only(reply);
  }

  static Outcome says(Asker asker, String situation, Object... values) {
    return only(saying(asker, situation, values));
  }

  private static Reply saying(Asker asker, String situation, Object... values) {
    return Reply.saying(Texts.in(asker.language()), situation, values);
  }
}
