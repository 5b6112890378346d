package ponte.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.QuestionSign;

/**
 * What people ask the room, and whether it may have been answered, by the rules that digests go by.
 *
 * <p>To find a question it is stricter than a digest: who is taken to ask something is written to.
 * So it opens a conversation, speaks to nobody in particular, can be understood by itself, and is
 * neither small talk, a show of hands nor a way of saying something.
 */
public final class Questions {

  /** By these a question or an answer is said to be the end of it. */
  private static final Set<String> SETTLED =
      Set.of(
          "white_check_mark",
          "heavy_check_mark",
          "ballot_box_with_check",
          "check",
          "solved",
          "resolved");

  /** Emoji with which heads are counted. */
  private static final Pattern OPTION =
      Pattern.compile("one|two|three|four|five|six|a|b|\\+1|-1|thumbs(up|down)|[1-9]\\S*");

  /** So many messages tell what a channel speaks, and whether people answer in threads. */
  private static final int LATELY = 100;

  private static final int MOST = 2_000;

  /** So many words of a question in what is said later to the channel may be an answer. */
  private static final int SHARED = 2;

  private final Archive archive;
  private final Directory directory;
  private final Analyses analyses;
  private final DigestRules rules;

  Questions(Archive archive, Directory directory, Analyses analyses, DigestRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.analyses = analyses;
    this.rules = rules;
  }

  /** How a question stands. */
  public sealed interface State {

    /** Nobody is seen to have answered this message. */
    record Open(Message question) implements State {}

    /**
     * Somebody may have answered, or it is called settled.
     *
     * @param at when somebody else first said what may answer it; null: nobody did, but that it is
     *     settled is told otherwise
     */
    record Answered(Message question, @Nullable Instant at) implements State {}

    /** Nothing is asked there, or not any more. */
    record Nothing() implements State {}
  }

  /** Whether a message may ask something, told at a glance: it reads nothing but the message. */
  public boolean mayAsk(Message message) {
    return message.isTalk()
        && message.thread() == null
        && message.text().mentions().isEmpty()
        && analyses.of(message).asks();
  }

  /** The question with which a conversation opens, and how it stands. */
  public State of(MessageId conversation) {
    return opened(conversation, _ -> true)
        .flatMap(opened -> question(opened).map(question -> state(opened, question)))
        .orElseGet(State.Nothing::new);
  }

  /**
   * The question with which the conversation opens in which something was said just now; empty
   * where there is none, or somebody may have answered it before that was said. What was said since
   * then does not count: who hears late hears the same.
   */
  public Optional<Message> asked(Filed said) {
    return opened(said.conversation(), each -> Message.IN_ORDER.compare(each, said.message()) <= 0)
        .filter(opened -> !opened.isJoined())
        .flatMap(
            opened ->
                question(opened)
                    .filter(question -> !isCalledSettled(opened, question))
                    .filter(
                        question ->
                            question.id().equals(said.message().id())
                                || answer(question, opened.before()).isEmpty()));
  }

  /**
   * @param which of its messages count
   */
  private Optional<Opened> opened(MessageId conversation, Predicate<Message> which) {
    var talk =
        archive.conversation(conversation, Audience.of(conversation.channel())).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .filter(which)
            .toList();
    return talk.isEmpty() || !talk.getFirst().id().equals(conversation)
        ? Optional.empty()
        : Optional.of(
            new Opened(
                talk, this::areOne, () -> before(conversation.channel(), talk.getFirst().at())));
  }

  private State state(Opened opened, Message question) {
    if (opened.isJoined()) {
      return new State.Answered(question, opened.joined().at());
    }
    return isCalledSettled(opened, question)
        ? new State.Answered(question, null)
        : answer(question, opened.before())
            .<State>map(
                answer ->
                    new State.Answered(
                        question, areOne(answer.author(), question.author()) ? null : answer.at()))
            .orElseGet(() -> new State.Open(question));
  }

  /**
   * A question in a channel as it reads now, answered or not; empty: it was taken back, is not kept
   * or heard any more, or asks nothing now.
   */
  public Optional<Message> standing(MessageId question) {
    return archive
        .find(question, Audience.of(question.channel()))
        .map(Filed::message)
        .filter(_ -> directory.hears(question.channel()))
        .filter(message -> message.isTalk() && analyses.of(message).asks());
  }

  /**
   * Whether a question that stands in a channel needs nobody any more: it was taken back or asks
   * nothing now, may have been answered, or is called settled.
   */
  public boolean isOver(MessageId question) {
    return standing(question)
        .filter(message -> !isCalledSettled(talk(question), message.author(), message.at()))
        .filter(message -> answer(message, before(question.channel(), message.at())).isEmpty())
        .isEmpty();
  }

  /**
   * Whether somebody marked a question as done, anywhere in its conversation, or its asker says
   * there that it is.
   *
   * @param talk what is said in the conversation
   * @param asked when it was asked
   */
  public boolean isCalledSettled(List<Message> talk, PersonId asker, Instant asked) {
    return talk.stream()
        .anyMatch(
            said ->
                isMarkedSettled(said)
                    || (areOne(said.author(), asker) && callsSettled(said, asked)));
  }

  /** What is said in the conversation of a message, or below it where it is not kept. */
  public List<Message> talk(MessageId place) {
    var there = Audience.of(place.channel());
    var conversation = archive.find(place, there).map(Filed::conversation).orElse(place);
    return archive.conversation(conversation, there).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .toList();
  }

  private boolean areOne(PersonId one, PersonId other) {
    return one.equals(other) || directory.accounts().areOne(one, other);
  }

  /** What its asker says below a question needs no nearness in time. */
  private static boolean callsSettled(Message said, Instant asked) {
    var text = said.text().searchable();
    return said.at().isAfter(asked)
        && (Cues.anyHas(Cue.CLOSED, text)
            || (Cues.anyHas(Cue.SOLVED, text) && !Cues.anyHas(Cue.UNSOLVED, text)));
  }

  private boolean isCalledSettled(Opened opened, Message question) {
    return isCalledSettled(opened.talk(), question.author(), question.at());
  }

  private static boolean isMarkedSettled(Message message) {
    return message.reactions().stream().anyMatch(each -> isCalledSettledBy(each.emoji()));
  }

  /** Whether an emoji on a question or an answer says that it is the end of it. */
  public static boolean isCalledSettledBy(String emoji) {
    return SETTLED.contains(emoji);
  }

  private List<Message> before(ChannelId channel, Instant at) {
    return archive.before(channel, at, LATELY, Audience.of(channel)).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .toList();
  }

  private Optional<Message> question(Opened opened) {
    var talk = opened.own();
    var reading = new Reading(analyses, usual(opened));
    var lines = reading.lines(talk);
    return open(reading)
        .opening(talk, lines)
        .map(Openings.Opening::line)
        .filter(line -> wantsAnswer(line, lines))
        .map(Line::message);
  }

  private OpenQuestions open(Reading reading) {
    return new OpenQuestions(
        rules.open(), new Openings(rules.opening(), new Fitness(rules.fit())), reading);
  }

  private static boolean wantsAnswer(Line line, List<Line> lines) {
    var message = line.message();
    return message.thread() == null
        && message.text().mentions().isEmpty()
        && !line.has(Cue.COMPANY)
        && !line.has(Cue.RHETORICAL)
        && !line.has(Cue.JOKE)
        && !line.asksForANod()
        && !isPoll(message)
        && lines.stream()
            .filter(each -> each.message().id().equals(message.id()))
            .noneMatch(each -> each.has(Cue.POLL));
  }

  private static boolean isPoll(Message message) {
    return message.text().spans().stream()
            .filter(span -> span instanceof Span.Emoji(var name) && OPTION.matcher(name).matches())
            .distinct()
            .count()
        > 1;
  }

  /** What the channel speaks, where what is said does not tell by itself what it is in. */
  private Language usual(Opened opened) {
    return opened.own().messages().stream()
            .allMatch(each -> analyses.of(each).sign().language() != null)
        ? Language.ENGLISH
        : language(opened.before());
  }

  private Language language(List<Message> before) {
    var messages = new HashMap<Language, Integer>();
    for (var message : before) {
      var language = analyses.of(message).sign().language();
      if (language != null) {
        messages.merge(language, 1, Integer::sum);
      }
    }
    return messages.getOrDefault(Language.ITALIAN, 0) > messages.getOrDefault(Language.ENGLISH, 0)
        ? Language.ITALIAN
        : Language.ENGLISH;
  }

  /** The first message that may answer a question, or in which its asker calls it settled. */
  private Optional<Message> answer(Message question, List<Message> before) {
    var filed =
        archive
            .read(
                question.channel(),
                new TimeSpan(question.at(), Instant.MAX),
                MOST,
                Audience.of(question.channel()))
            .stream()
            .filter(each -> each.message().isTalk())
            .toList();
    var since = filed.stream().map(Filed::message).toList();
    var talkOf = new HashMap<MessageId, Talk>();
    Talk.of(filed)
        .forEach(talk -> talk.messages().forEach(message -> talkOf.put(message.id(), talk)));
    var said = new ArrayList<>(before);
    said.addAll(since);
    var threaded = OpenQuestions.isThreaded(said);
    var heard =
        threaded
            ? since.stream()
                .filter(each -> !asksForItself(each, question, talkOf.get(each.id())))
                .toList()
            : since;
    var answer =
        open(new Reading(analyses, Language.ENGLISH)).answer(question, heard, talkOf, threaded);
    return heard.stream()
        .takeWhile(each -> answer.isEmpty() || each.at().isBefore(answer.get().at()))
        .filter(each -> speaksOfTheSame(each, question))
        .findFirst()
        .or(() -> answer);
  }

  /**
   * Whether somebody does nothing but ask the channel something of their own: where people answer
   * in threads, that answers nobody, however near it stands and however much it sounds the same.
   * Who says something beside it may answer.
   */
  private boolean asksForItself(Message said, Message question, @Nullable Talk talk) {
    return !areOne(said.author(), question.author())
        && mayAsk(said)
        && saysNothing(said)
        && (talk == null
            || talk.messages().stream().noneMatch(each -> each.id().equals(question.id())));
  }

  /** Whether nothing stands beside the questions of a message but a greeting. */
  private boolean saysNothing(Message message) {
    var analysis = analyses.of(message);
    var language = analysis.sign().language();
    return Stream.of(Language.values())
        .filter(each -> language == null || each == language)
        .map(analysis::sentences)
        .anyMatch(
            sentences ->
                sentences.stream()
                    .allMatch(
                        sentence ->
                            sentence.sign() != QuestionSign.NONE || sentence.starts(Cue.GREETING)));
  }

  /** Whether somebody else says something to the channel in the words of a question. */
  private boolean speaksOfTheSame(Message said, Message question) {
    if (said.thread() != null
        || !said.at().isAfter(question.at())
        || areOne(said.author(), question.author())
        || !said.text().mentions().isEmpty()) {
      return false;
    }
    return analyses.of(said).shares(SHARED, analyses.of(question));
  }
}
