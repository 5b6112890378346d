package ponte.directory;

import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;

/**
 * What somebody wrote to Ponte, as they saw it when they typed it: no markup, channels as #name.
 */
public final class Words {

  private final Directory directory;

  public Words(Directory directory) {
    this.directory = directory;
  }

  /**
   * The words of a text.
   *
   * @param spokenTo whose mention is left out: the one who is asked
   */
  public String of(RichText text, PersonId spokenTo) {
    var words = new StringBuilder();
    append(text.spans(), spokenTo, words);
    return words.toString().strip();
  }

  private void append(List<Span> spans, PersonId spokenTo, StringBuilder words) {
    for (var span : spans) {
      switch (span) {
        case Span.Plain(var text) -> words.append(text);
        case Span.Mention(var person) ->
            words.append(person.equals(spokenTo) ? "" : "@" + name(person));
        case Span.Broadcast(var name) -> words.append('@').append(name);
        case Span.ChannelLink(_, var name) -> words.append('#').append(name);
        case Span.Link(_, var label) -> words.append(label);
        case Span.MessageLink(_, var label) -> words.append(label);
        case Span.Code(var code) -> words.append(code);
        case Span.CodeBlock(var code) -> words.append('\n').append(code).append('\n');
        case Span.Emoji(var name) -> words.append(':').append(name).append(':');
        case Span.Quote(var quoted) -> append(quoted, spokenTo, words.append('\n'));
        case Span.Styled(_, var styled) -> append(styled, spokenTo, words);
      }
    }
  }

  private String name(PersonId person) {
    return directory.person(person).map(Person::name).orElse(person.value());
  }
}
