package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.introduction.Matter;
import ponte.platform.Postings;
import ponte.store.Codec;
import ponte.store.Lease;

/**
 * Looks at what happened lately for those whom it concerns. What digests may want is read ahead
 * while there is time for it: where more is said than that, they read it when it is wanted.
 */
final class Attending implements Handler {

  private static final int BATCH = 64;

  /** Nobody waits for what comes of it. */
  private static final Duration GATHERING = Duration.ofMillis(100);

  /** A question that was handed over is looked for so often, and no longer than {@link #LATEST}. */
  private static final Duration POSTING = Duration.ofMinutes(1);

  private static final Duration LATEST = Duration.ofHours(2);

  private final Archive archive;
  private final Ponte ponte;
  private final Inbox inbox;
  private final Postings postings;
  private final Clock clock;

  Attending(Archive archive, Ponte ponte, Inbox inbox, Postings postings, Clock clock) {
    this.archive = archive;
    this.ponte = ponte;
    this.inbox = inbox;
    this.postings = postings;
    this.clock = clock;
  }

  @Override
  public int batch() {
    return BATCH;
  }

  @Override
  public Duration gathering() {
    return GATHERING;
  }

  /** What is asked for may not be there yet. */
  @Override
  public boolean isApart(Lease lease) {
    return happened(lease) instanceof Lately.Happened.AskedFor;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var said = new ArrayList<Message>();
    for (var lease : leases) {
      switch (happened(lease)) {
        case Lately.Happened.Said(var message) ->
            find(message)
                .ifPresent(
                    filed -> {
                      said(filed);
                      said.add(filed.message());
                    });
        case Lately.Happened.Edited(var message) -> {
          ponte.wordings().edited(message);
          find(message).ifPresent(ponte.ladder()::heard);
        }
        case Lately.Happened.TakenBack(var message) -> takenBack(message);
        case Lately.Happened.Unmarked(var message, var at) -> ponte.ladder().unmarked(message, at);
        case Lately.Happened.AskedFor(var asker, var id) -> {
          return ponte.answerers().asked(asker, id, postings).map(this::asked).orElse(DONE);
        }
      }
    }
    if (leases.size() < BATCH && !said.isEmpty() && !inbox.isBehind()) {
      said.forEach(ponte.digests()::prepare);
    }
    return DONE;
  }

  private static Lately.Happened happened(Lease lease) {
    return Codec.read(lease.entry().payload(), Lately.Happened.class);
  }

  private void said(Filed filed) {
    ponte.answerers().heard(filed, postings);
    ponte.telling().heard(filed.message());
    ponte.ladder().heard(filed);
  }

  private void takenBack(MessageId message) {
    ponte.wordings().takenBack(message, postings);
    ponte.digests().forget(message);
    ponte.ladder().takenBack(message);
  }

  private Optional<Filed> find(MessageId message) {
    return archive.find(message, Audience.of(message.channel()));
  }

  private Outcome asked(Matter matter) {
    var place = matter.message();
    if (place != null) {
      ponte.telling().asked(place, matter.asker(), matter.topic(), matter.at());
      return DONE;
    }
    var now = clock.instant();
    return matter.at().plus(LATEST).isBefore(now)
        ? DONE
        : new Outcome.Again(now.plus(POSTING), "the question is not there yet");
  }
}
