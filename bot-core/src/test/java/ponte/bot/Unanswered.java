package ponte.bot;

import java.util.List;
import java.util.Set;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.directory.Roles;
import ponte.reply.Reply;

/** A workspace in which ada asks what five colleagues know; eve takes care of the community. */
final class Unanswered {

  static final String QUESTION =
      "How do we reset the Kafka offsets of the billing consumers after an outage?";

  static final ChannelId OPS = Chat.in("ops").channel();
  static final List<String> EXPERTS = List.of("bob", "kim", "lea", "max", "noa");

  /** On a Monday, at ten where they live. */
  final Team team =
      new Team(
          "2026-03-23T09:00:00Z", Ponte.Rules.DEFAULT.with(new Roles(Set.of("T1/eve"), Set.of())));

  Unanswered() {
    team.acme.people("lea", "max", "noa").open("ops");
    knowOfKafka(team);
  }

  /** Has the five live in Rome, and answer two questions each in the channel that is open. */
  static void knowOfKafka(Team team) {
    EXPERTS.forEach(name -> team.lives(name, "Europe/Rome", null));
    var minute = 0;
    for (var name : EXPERTS) {
      for (var about : List.of("reset", "lost")) {
        team.acme.thread(
            "ops",
            minute += 900,
            "zoe: " + about + " kafka offsets of consumers?",
            name + ": the kafka offsets of consumers come back from the shell");
      }
    }
  }

  MessageId asks() {
    return team.posts("ada", OPS, QUESTION);
  }

  /** Ada asks, and is asked four hours later whether colleagues are to be asked. */
  MessageId offered() {
    var question = asks();
    team.at("2026-03-23T13:00:00Z");
    team.theOnly("ada");
    return question;
  }

  Reply asksColleagues(MessageId question) {
    return team.presses("ada", new Command.OnMyQuestion(question, Deed.ASK_COLLEAGUES));
  }

  /** Who was asked whether they want to be invited. */
  List<String> asked() {
    return EXPERTS.stream().filter(name -> !team.written(name).isEmpty()).toList();
  }

  /** What eve sees of the questions that nobody answered. */
  String list() {
    return Team.words(team.says("eve", "open questions"));
  }
}
