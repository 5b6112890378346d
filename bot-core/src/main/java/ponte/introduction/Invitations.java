package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Rsvp;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.nudge.Effects;
import ponte.prompt.Prompt;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** Who was asked whether they want to be invited to which question, and what they said. */
public final class Invitations {

  private static final Duration KEEP = Duration.ofDays(30);
  private static final int MOST = 1_000;

  private final Records records;
  private final Effects effects;
  private final Clock clock;

  public Invitations(Records records, Effects effects, Clock clock) {
    this.records = records;
    this.effects = effects;
    this.clock = clock;
  }

  /**
   * Somebody is to be asked, or was.
   *
   * @param topic what the question is about
   * @param at when the asker wanted it
   * @param said what they said last; null: nothing
   */
  public record Invitation(
      PersonId asker, String matter, String topic, Instant at, @Nullable Rsvp said) {}

  /** Somebody is to be asked; once for each question. */
  void add(PersonId invited, Matter matter) {
    var invitation =
        new Invitation(matter.asker(), matter.id(), matter.topic(), clock.instant(), null);
    records.write(
        Write.create(key(invited, matter.asker(), matter.id()), Codec.write(invitation))
            .expiring(clock.instant().plus(KEEP)));
  }

  /** To what somebody is to be invited, or was. */
  public Optional<Invitation> find(PersonId invited, PersonId asker, String matter) {
    return records.find(key(invited, asker, matter)).map(Invitations::read);
  }

  /** Keeps what they said; false: they were not asked, or had said the last word. */
  boolean answer(PersonId invited, PersonId asker, String matter, Rsvp said) {
    while (true) {
      var old = records.find(key(invited, asker, matter));
      var before = old.map(Invitations::read).orElse(null);
      if (old.isEmpty() || before == null || isLastWord(before.said(), said)) {
        return false;
      }
      var after = new Invitation(before.asker(), matter, before.topic(), before.at(), said);
      if (records.write(Write.replace(old.get(), Codec.write(after)))) {
        return true;
      }
    }
  }

  /** Keeps what the question is about now. */
  void reword(PersonId invited, Matter matter, String topic) {
    records.change(
        key(invited, matter.asker(), matter.id()),
        Invitation.class,
        old -> new Invitation(old.asker(), old.matter(), topic, old.at(), old.said()));
  }

  /** Who gave an answer may say the same again, and change their mind but for a later. */
  private static boolean isLastWord(@Nullable Rsvp before, Rsvp now) {
    return before != null && before != Rsvp.LATER && now == Rsvp.LATER;
  }

  /** All that a person was told of lately, and not what they were or are to be asked only. */
  public List<Invitation> told(PersonId invited) {
    return records.list(partition(invited), "", MOST).stream()
        .map(Invitations::read)
        .filter(
            each ->
                each.said() != null
                    || effects.isShown(invited, Prompt.Invite.keys(each.matter(), invited)))
        .toList();
  }

  /** Forgets that a person was invited to this. */
  public void forget(PersonId invited, Matter matter) {
    records
        .find(key(invited, matter.asker(), matter.id()))
        .ifPresent(
            document -> {
              if (!records.remove(document.key(), document.version())) {
                forget(invited, matter);
              }
            });
  }

  /**
   * Forgets what a person was invited to, and what others were invited to for them.
   *
   * @param all who may have been invited
   */
  public void forget(PersonId person, Collection<Person> all) {
    records.drop(partition(person));
    for (var invited : all) {
      records.list(partition(invited.id()), "", MOST).stream()
          .filter(document -> read(document).asker().equals(person))
          .forEach(document -> records.remove(document.key()));
    }
  }

  private static Invitation read(Document document) {
    return Codec.read(document.content(), Invitation.class);
  }

  private static Partition partition(PersonId invited) {
    return new Partition("invitations", invited.toString());
  }

  private static Key key(PersonId invited, PersonId asker, String matter) {
    return partition(invited).key(asker + " " + matter);
  }
}
