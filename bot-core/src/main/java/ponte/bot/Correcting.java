package ponte.bot;

import java.util.List;
import ponte.platform.Postings;
import ponte.schedule.DigestPosts;
import ponte.schedule.DigestPosts.Corrected;
import ponte.store.Codec;
import ponte.store.Lease;

/** Corrects digests that were posted; those of one post one after the other. */
final class Correcting implements Handler {

  private final DigestPosts posts;
  private final Postings postings;
  private final Discretion discretion;
  private final Outbox outbox;

  Correcting(DigestPosts posts, Postings postings, Discretion discretion, Outbox outbox) {
    this.posts = posts;
    this.postings = postings;
    this.discretion = discretion;
    this.outbox = outbox;
  }

  @Override
  public Outcome handle(List<Lease> leases) {
    var correction = Codec.read(leases.getFirst().entry().payload(), DigestPosts.Correction.class);
    return switch (posts.correct(correction, postings)) {
      case Corrected.Say(var outgoing) -> {
        outbox.send(
            outgoing.stream().map(each -> discretion.of(each, correction.reader())).toList());
        yield DONE;
      }
      case Corrected.Wait(var until) -> new Outcome.Again(until, "the digest is not there yet");
    };
  }
}
