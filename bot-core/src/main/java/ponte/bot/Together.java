package ponte.bot;

import java.util.Optional;
import ponte.command.Command;
import ponte.community.ScorecardDesk;
import ponte.community.map.Maps;
import ponte.conversation.PersonId;
import ponte.introduction.Addresses;
import ponte.introduction.Aftercare;
import ponte.introduction.Introductions;
import ponte.introduction.RoomQuestions;
import ponte.introduction.Rsvps;
import ponte.introduction.StandingQuestions;
import ponte.introduction.Suggestions;
import ponte.listening.ListeningDesk;
import ponte.nudge.EffectReplies;
import ponte.nudge.Nudging;
import ponte.pairing.PairingWishes;
import ponte.reply.Reply;
import ponte.seeding.SeedingDesk;
import ponte.unnamed.UnnamedDesk;

/**
 * What brings people together: with one colleague, with a channel, with somebody they did not know,
 * and what comes after it; and what is heard of what they talk about.
 */
record Together(
    Introductions introductions,
    Addresses addresses,
    RoomQuestions rooms,
    StandingQuestions standing,
    Suggestions suggestions,
    Rsvps rsvps,
    Aftercare aftercare,
    EffectReplies effects,
    Nudging nudging,
    UnnamedDesk unnamed,
    PairingWishes pairing,
    Maps maps,
    SeedingDesk seeding,
    ListeningDesk listening,
    ScorecardDesk scorecard) {

  static Together of(Helping helping, Nudges nudges, CommunityCare care) {
    return new Together(
        helping.introductions(),
        helping.addresses(),
        helping.rooms(),
        helping.standing(),
        helping.suggestions(),
        helping.rsvps(),
        helping.aftercare(),
        helping.effects(),
        nudges.nudging(),
        nudges.unnamed(),
        care.pairing().wishes(),
        care.maps(),
        care.seeding(),
        care.listening(),
        care.community().desk());
  }

  /**
   * Nobody is asked whether it helped who has said so.
   *
   * @return what asks back which of several things is solved; empty where that is clear
   */
  Optional<Reply> solved(Asker asker, Command.Solved solved) {
    return aftercare.solved(solved, asker);
  }

  /** Nobody is asked about a colleague whom they have found not to be right. */
  void notRight(Asker asker, PersonId colleague, String topic) {
    var person = asker.person();
    if (person != null) {
      aftercare.notRight(person, colleague, topic);
    }
  }
}
