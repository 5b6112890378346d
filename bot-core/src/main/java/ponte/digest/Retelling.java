package ponte.digest;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Tells single conversations as a digest would: what was asked, and what came of it. */
public final class Retelling {

  /** More of a conversation is not read. */
  private static final int MOST_MESSAGES = 100;

  private final Archive archive;
  private final Preferences preferences;
  private final Nlp nlp;
  private final Analyses analyses;
  private final DigestRules rules;

  Retelling(
      Archive archive, Preferences preferences, Nlp nlp, Analyses analyses, DigestRules rules) {
    this.archive = archive;
    this.preferences = preferences;
    this.nlp = nlp;
    this.analyses = analyses;
    this.rules = rules;
  }

  /**
   * What these conversations were about, in their order, without those of which no sentence can
   * stand alone; those who opted out have said nothing.
   *
   * @param conversations on one matter: what most of them speak of tells none from the others
   * @param audience for whose eyes
   */
  public List<Discussion> of(
      Collection<MessageId> conversations, Language language, Audience audience) {
    return told(conversations.stream().flatMap(each -> talk(each, audience)).toList(), language);
  }

  /**
   * How a message puts what it asks, in its own words; empty where no sentence of it that asks can
   * stand alone.
   */
  public Optional<Quote> question(Message message, Language language) {
    return told(List.of(new Talk(message.id(), List.of(message))), language).stream()
        .map(Discussion::headline)
        .flatMap(
            headline ->
                headline instanceof Headline.Asked(var opening)
                    ? Stream.of(opening)
                    : Stream.<Quote>empty())
        .findFirst();
  }

  private List<Discussion> told(List<Talk> talks, Language language) {
    var topics = new Topics(talks, List.of(), analyses, language);
    var drafts = new Drafts(rules, nlp, new Reading(analyses, language), topics, talk -> talk);
    var quoting = new Quoting(rules.lines());
    return talks.stream()
        .flatMap(talk -> drafts.of(talk).stream())
        .map(quoting::discussion)
        .toList();
  }

  private Stream<Talk> talk(MessageId conversation, Audience audience) {
    var out = preferences.out(conversation.channel().workspace());
    var said =
        archive.conversation(conversation, audience).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .filter(message -> !out.contains(message.author()))
            .filter(message -> !Confidentiality.isMarked(message.text()))
            .limit(MOST_MESSAGES)
            .toList();
    return said.isEmpty() ? Stream.empty() : Stream.of(new Talk(conversation, said));
  }
}
