package ponte.seeding;

import java.time.ZoneId;
import java.util.stream.Stream;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** Puts a reason in words: for the channel as a prompt, for who decides as a reason. */
final class Prompting {

  private final Directory directory;

  Prompting(Directory directory) {
    this.directory = directory;
  }

  /** What is asked of the channel. */
  enum Wanted {
    /** Help with something. */
    HELP("seed.prompt.waiting"),
    /** Something that has a name: a tool, a book, an example. */
    RECOMMENDATIONS("seed.prompt.waiting"),
    /** What people wish for, or think. */
    OPINIONS("seed.prompt.wishes");

    private final String situation;

    Wanted(String situation) {
      this.situation = situation;
    }
  }

  /** Whether a text is what would be proposed, and nobody wrote it another way. */
  boolean isProposed(String prompt, Reason reason, Language language, ZoneId zone) {
    return Stream.of(Wanted.values())
        .flatMap(
            wanted ->
                Stream.of(new Voice(language, true), new Voice(language, false))
                    .map(voice -> prompt(reason, wanted, voice, zone)))
        .anyMatch(prompt::equals);
  }

  /**
   * What the channel may read first, in its own voice; what its sources say of the subject is put
   * before it when it is shown.
   */
  String prompt(Reason reason, Wanted wanted, Voice voice, ZoneId zone) {
    var texts = Texts.in(voice.language());
    return switch (reason) {
      case Reason.Waiting(_, var at) ->
          texts.say(voice.manner(wanted.situation), texts.day(at, zone));
      case Reason.Circling(_, var people) ->
          texts.say(voice.manner("seed.prompt.circling"), people);
      case Reason.Answered _ -> texts.say(voice.manner("seed.prompt.answered"));
      case Reason.Practice(_, var at, _) ->
          texts.say(
              voice.manner(
                  wanted == Wanted.RECOMMENDATIONS
                      ? "seed.prompt.recommended"
                      : "seed.prompt.practice"),
              texts.day(at, zone));
      case Reason.Quiet(var topic, var there, _) ->
          texts.say(voice.manner("seed.prompt.quiet"), topic, name(there));
      case Reason.Apart(var topic, _, var there) ->
          texts.say(voice.manner("seed.prompt.apart"), topic, name(there));
      case Reason.Rising(var topic, _, var people) ->
          texts.say(
              voice.manner(
                  wanted == Wanted.RECOMMENDATIONS
                      ? "seed.prompt.rising-recommended"
                      : "seed.prompt.rising"),
              topic,
              people);
      case Reason.Idea _ -> texts.say("seed.prompt.idea");
    };
  }

  /** Why it is proposed. */
  String why(Reason reason, Texts texts, ZoneId zone) {
    return switch (reason) {
      case Reason.Waiting(_, var at) -> texts.say("seed.why.waiting", texts.day(at, zone));
      case Reason.Circling(_, var people) -> texts.say("seed.why.circling", people);
      case Reason.Answered _ -> texts.say("seed.why.answered");
      case Reason.Practice(_, var at, var people) ->
          texts.say("seed.why.practice", people, texts.day(at, zone));
      case Reason.Quiet(var topic, var there, var since) ->
          texts.say("seed.why.quiet", topic, name(there), texts.day(since, zone));
      case Reason.Apart(var topic, var here, var there) ->
          texts.say("seed.why.apart", topic, name(here), name(there));
      case Reason.Rising(var topic, _, var people) -> texts.say("seed.why.rising", topic, people);
      case Reason.Idea _ -> texts.say("seed.why.idea");
    };
  }

  String name(MessageId message) {
    return directory
        .channel(message.channel())
        .map(Channel::name)
        .orElse(message.channel().value());
  }
}
