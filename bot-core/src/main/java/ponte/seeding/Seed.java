package ponte.seeding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * A discussion, from the idea to what became of it.
 *
 * @param id names it among those of its workspace
 * @param about what it is about, in the words by which colleagues for it are found; empty where
 *     what it rests on says that itself, of which no words are kept
 * @param language in which its card is drawn, as it was seen before it was posted; null: an earlier
 *     version kept none, it is that of its channel
 * @param at when it was proposed
 * @param by whose it is, and in whose name it is posted; null: nobody's yet, or not any more
 * @param due when it is or was to be posted
 * @param weeks so many weeks later it is posted again, and so on; 0: once
 * @param consent what whoever is to answer in an "ask me anything" says to it; without one nobody
 *     was asked
 * @param posted null: it was not
 */
public record Seed(
    String id,
    ChannelId room,
    Reason reason,
    String about,
    Draft draft,
    @Nullable Language language,
    Stage stage,
    Instant at,
    @Nullable PersonId by,
    Instant due,
    int weeks,
    Consent consent,
    @Nullable Posted posted) {

  public Seed {
    consent = draft.host() == null ? Consent.UNASKED : consent;
  }

  /** How far it is. */
  public enum Stage {
    /** It was proposed. */
    PROPOSED,
    /** It waits for its moment. */
    PLANNED,
    /** It stands in its channel. */
    POSTED,
    /** It was told what became of it. */
    OVER,
    /** Somebody did not want it. */
    LEFT,
    /** Its moment passed without it. */
    MISSED
  }

  /** What a colleague says to being asked anything. */
  public enum Consent {
    UNASKED,
    ASKED,
    AGREED,
    DECLINED
  }

  /**
   * That it stands in its channel.
   *
   * @param delivery the key under which it was handed to the platform
   * @param closed whether nobody chooses any more
   * @param revision more with each change of what stands there
   * @param outcome null: it is not known yet
   */
  public record Posted(
      String delivery,
      Instant at,
      @Nullable MessageId place,
      boolean closed,
      int revision,
      @Nullable Outcome outcome) {}

  /**
   * What became of it.
   *
   * @param answers how many messages colleagues wrote below it
   * @param people how many colleagues wrote them
   * @param own how many whoever posted it and Ponte wrote below it
   * @param counts how many chose each option of a poll; of a call for help, how many helped
   */
  public record Outcome(int answers, int people, int own, List<Integer> counts) {
    public Outcome {
      counts = List.copyOf(counts);
    }

    /** How many chose anything. */
    public int chose() {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** The share of what was written below it that colleagues wrote, in percent; 0: nothing was. */
    public int peers() {
      return answers == 0 ? 0 : 100 * answers / (answers + own);
    }
  }

  public Sowing.Of ref() {
    return new Sowing.Of(room, id);
  }

  Optional<Posted> standing() {
    return Optional.ofNullable(posted).filter(_ -> stage == Stage.POSTED);
  }

  boolean isOpen() {
    return stage == Stage.PROPOSED || stage == Stage.PLANNED;
  }

  /** Whether it is somebody's who has these accounts. */
  boolean isOf(Set<PersonId> accounts) {
    return by != null && accounts.contains(by);
  }

  boolean names(Set<PersonId> accounts) {
    return isOf(accounts)
        || (draft.host() != null && accounts.contains(draft.host()))
        || draft.invited().stream().anyMatch(accounts::contains);
  }

  Seed restingOn(Reason other) {
    return stage == Stage.PROPOSED
        ? new Seed(
            id, room, other, about, draft, language, stage, at, by, due, weeks, consent, posted)
        : this;
  }

  Seed with(Draft other) {
    return new Seed(
        id, room, reason, about, other, language, stage, at, by, due, weeks, consent, posted);
  }

  Seed in(Stage other) {
    return new Seed(
        id, room, reason, about, draft, language, other, at, by, due, weeks, consent, posted);
  }

  Seed of(@Nullable PersonId person) {
    return new Seed(
        id, room, reason, about, draft, language, stage, at, person, due, weeks, consent, posted);
  }

  Seed planned(Instant moment, int everyWeeks) {
    return new Seed(
        id,
        room,
        reason,
        about,
        draft,
        language,
        stage,
        at,
        by,
        moment,
        everyWeeks,
        consent,
        posted);
  }

  Seed with(Consent other) {
    return new Seed(
        id, room, reason, about, draft, language, stage, at, by, due, weeks, other, posted);
  }

  Seed posted(@Nullable Posted other) {
    return new Seed(
        id, room, reason, about, draft, language, stage, at, by, due, weeks, consent, other);
  }

  /** The same, to be drawn anew where it stands. */
  Seed again() {
    var there = posted;
    return there == null
        ? this
        : posted(
            new Posted(
                there.delivery(),
                there.at(),
                there.place(),
                there.closed(),
                there.revision() + 1,
                there.outcome()));
  }

  Seed closed(Outcome outcome) {
    var there = posted;
    return there == null
        ? this
        : posted(
                new Posted(
                    there.delivery(),
                    there.at(),
                    there.place(),
                    true,
                    there.revision() + 1,
                    outcome))
            .in(Stage.OVER);
  }

  /** The same where no more is to be chosen. */
  Seed enough() {
    var there = posted;
    return there == null || there.closed()
        ? this
        : posted(
            new Posted(
                there.delivery(),
                there.at(),
                there.place(),
                true,
                there.revision() + 1,
                there.outcome()));
  }

  /** That it stood there, and nothing of what it said or was to become. */
  Seed takenBack() {
    return new Seed(
            id,
            room,
            new Reason.Idea(),
            "",
            draft.takenBack(),
            language,
            stage,
            at,
            null,
            due,
            0,
            consent,
            posted)
        .enough()
        .again();
  }

  /** The same without somebody who was to take part in it, under any of their accounts. */
  Seed without(Set<PersonId> accounts) {
    var invited = draft.invited().stream().filter(each -> !accounts.contains(each)).toList();
    var kept = draft.inviting(invited);
    if (draft.host() != null && accounts.contains(draft.host())) {
      kept = new Draft(kept.shape(), kept.prompt(), kept.options(), kept.secret(), null, invited);
    }
    return with(kept);
  }
}
