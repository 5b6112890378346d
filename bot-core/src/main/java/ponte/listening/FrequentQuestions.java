package ponte.listening;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.RichText;
import ponte.digest.Digest.Quote;
import ponte.directory.Directory;
import ponte.reply.InWords;
import ponte.reply.Texts;

/**
 * Questions that keep coming back as a page of Markdown that somebody makes an FAQ of. It leaves
 * Ponte, so it names nobody: who opts out later could not be taken from it.
 */
public final class FrequentQuestions {

  /** What Markdown would take for its own. */
  private static final String MARKS = "([\\\\`*_\\[\\]<>#|])";

  private final Texts texts;
  private final ZoneId zone;
  private final Directory directory;
  private final Function<MessageId, Optional<String>> links;
  private final InWords words;

  /**
   * @param links where a message opens; empty where that is not known
   */
  public FrequentQuestions(
      Texts texts, ZoneId zone, Directory directory, Function<MessageId, Optional<String>> links) {
    this.texts = texts;
    this.zone = zone;
    this.directory = directory;
    this.links = links;
    this.words = new InWords(_ -> texts.say("consent.somebody"), _ -> "");
  }

  public String page(List<RecurringQuestion> questions) {
    var page = new StringBuilder("# " + texts.say("listening.faq") + "\n");
    for (var question : questions) {
      page.append("\n## ").append(written(question.question().text())).append("\n\n");
      page.append(
              texts.say(
                  "listening.asked", question.times(), question.people(), question.unanswered()))
          .append(' ')
          .append(link(question.question()))
          .append('\n');
      for (var answer : question.answers()) {
        var outcome = answer.outcome();
        if (outcome != null) {
          page.append("\n> ")
              .append(written(outcome.text()))
              .append("\n>\n> ")
              .append(link(outcome))
              .append('\n');
        }
      }
      if (question.answers().isEmpty()) {
        page.append("\n*").append(texts.say("listening.no-answer")).append("*\n");
      }
    }
    return page.toString();
  }

  private String written(RichText text) {
    return words.of(text).strip().replaceAll("\\s+", " ").replaceAll(MARKS, "\\\\$1");
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
