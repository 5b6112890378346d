package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;
import ponte.digest.Digests;
import ponte.follow.Telling;
import ponte.introduction.Answerers;
import ponte.introduction.Matter;
import ponte.introduction.Wordings;
import ponte.nudge.Ladder;
import ponte.platform.Postings;
import ponte.store.Codec;
import ponte.store.Lease;

/** Looks at what happened lately for those whom it concerns. */
final class Attending implements Handler {

  private final Archive archive;
  private final Answerers answerers;
  private final Wordings wordings;
  private final Telling telling;
  private final Digests digests;
  private final Ladder ladder;
  private final Postings postings;
  private final Clock clock;

  Attending(
      Archive archive,
      Answerers answerers,
      Wordings wordings,
      Telling telling,
      Digests digests,
      Ladder ladder,
      Postings postings,
      Clock clock) {
    this.archive = archive;
    this.answerers = answerers;
    this.wordings = wordings;
    this.telling = telling;
    this.digests = digests;
    this.ladder = ladder;
    this.postings = postings;
    this.clock = clock;
  }

  /** A question that was handed over is looked for so often, and no longer than {@link #LATEST}. */
  private static final Duration POSTING = Duration.ofMinutes(1);

  private static final Duration LATEST = Duration.ofHours(2);

  @Override
  public Outcome handle(List<Lease> leases) {
    return switch (Codec.read(leases.getFirst().entry().payload(), Lately.Happened.class)) {
      case Lately.Happened.Said(var message) -> said(message);
      case Lately.Happened.Edited(var message) -> {
        wordings.edited(message);
        find(message).ifPresent(ladder::heard);
        yield DONE;
      }
      case Lately.Happened.TakenBack(var message) -> {
        wordings.takenBack(message, postings);
        digests.forget(message);
        ladder.takenBack(message);
        yield DONE;
      }
      case Lately.Happened.AskedFor(var asker, var id) ->
          answerers.asked(asker, id, postings).map(this::asked).orElse(DONE);
    };
  }

  private Outcome said(MessageId message) {
    find(message)
        .ifPresent(
            filed -> {
              answerers.heard(filed, postings);
              telling.heard(filed.message());
              digests.prepare(filed.message());
              ladder.heard(filed);
            });
    return DONE;
  }

  private Optional<Filed> find(MessageId message) {
    return archive.find(message, Audience.of(message.channel()));
  }

  private Outcome asked(Matter matter) {
    var place = matter.message();
    if (place != null) {
      telling.asked(place, matter.asker(), matter.topic(), matter.at());
      return DONE;
    }
    var now = clock.instant();
    return matter.at().plus(LATEST).isBefore(now)
        ? DONE
        : new Outcome.Again(now.plus(POSTING), "the question is not there yet");
  }
}
