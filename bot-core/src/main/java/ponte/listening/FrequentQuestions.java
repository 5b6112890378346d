package ponte.listening;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ponte.consent.WrittenNames;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.digest.Digest.Quote;
import ponte.directory.Directory;
import ponte.reply.InWords;
import ponte.reply.Texts;

/**
 * Questions that keep coming back as a page of Markdown that somebody makes an FAQ of. It leaves
 * Ponte, and who opts out later could not be taken from it: so mentions, names of the directory and
 * handles are "somebody", and what names somebody who opted out, by any part of their name, is left
 * out. Of others a first name alone may stay.
 */
public final class FrequentQuestions {

  /** What Markdown would take for its own. */
  private static final String MARKS = "([\\\\`*_\\[\\]<>#|])";

  private final Texts texts;
  private final ZoneId zone;
  private final Directory directory;
  private final Names names;
  private final Function<MessageId, Optional<String>> links;
  private final InWords words;

  /** The names of all colleagues, and of those who do not take part. */
  record Names(WrittenNames everybody, WrittenNames absent) {}

  /**
   * @param links where a message opens; empty where that is not known
   */
  FrequentQuestions(
      Texts texts,
      ZoneId zone,
      Directory directory,
      Names names,
      Function<MessageId, Optional<String>> links) {
    this.texts = texts;
    this.zone = zone;
    this.directory = directory;
    this.names = names;
    this.links = links;
    this.words = new InWords(_ -> texts.say("consent.somebody"), _ -> "");
  }

  public String page(List<RecurringQuestion> questions) {
    var page = new StringBuilder("# " + texts.say("listening.faq") + "\n");
    for (var question : questions) {
      put(question).ifPresent(asked -> append(question, asked, page));
    }
    return page.toString();
  }

  /** As it was put best in words that may leave. */
  private Optional<Quote> put(RecurringQuestion question) {
    return Stream.concat(Stream.of(question.question()), question.asked().stream())
        .filter(this::mayLeave)
        .findFirst();
  }

  private boolean mayLeave(Quote quote) {
    return !names.absent().areIn(words.of(quote.text()));
  }

  private void append(RecurringQuestion question, Quote asked, StringBuilder page) {
    page.append("\n## ").append(written(asked.text())).append("\n\n");
    page.append(
            texts.say(
                "listening.asked", question.times(), question.people(), question.unanswered()))
        .append(' ')
        .append(link(asked))
        .append('\n');
    var answers =
        question.answers().stream()
            .flatMap(answer -> Stream.ofNullable(answer.outcome()))
            .filter(this::mayLeave)
            .toList();
    for (var answer : answers) {
      page.append("\n> ")
          .append(written(answer.text()))
          .append("\n>\n> ")
          .append(link(answer))
          .append('\n');
    }
    if (answers.isEmpty()) {
      page.append("\n*").append(texts.say("listening.no-answer")).append("*\n");
    }
  }

  private String written(RichText text) {
    return names
        .everybody()
        .replaced(words.of(text), texts.say("consent.somebody"))
        .strip()
        .replaceAll("\\s+", " ")
        .replaceAll(MARKS, "\\\\$1");
  }

  private String link(Quote quote) {
    var channel = quote.message().channel();
    var place =
        "#"
            + directory.channel(channel).map(Channel::name).orElse(channel.value())
            + ", "
            + texts.day(quote.at(), zone);
    var label = place.replaceAll(MARKS, "\\\\$1");
    return links
        .apply(quote.message())
        .map(address -> "[" + label + "](<" + address + ">)")
        .orElse(label);
  }
}
