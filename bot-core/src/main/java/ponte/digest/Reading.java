package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.LanguageSign;
import ponte.nlp.QuestionSign;

/** Reads conversations sentence by sentence. */
final class Reading {

  private static final int CONTEXT = 5;

  private final Analyses analyses;
  private final Language channelLanguage;

  Reading(Analyses analyses, Language channelLanguage) {
    this.analyses = analyses;
    this.channelLanguage = channelLanguage;
  }

  /** Whether a message has a phrase of this kind, in any language: chat mixes them. */
  boolean has(Message message, Cue cue) {
    return analyses.of(message).has(cue);
  }

  /** Whether a message has so many terms of another. */
  boolean shares(int least, Message message, Message other) {
    var language = analyses.of(message).sign().among(List.of(), channelLanguage);
    var shared = new HashSet<>(analyses.of(message).terms(language));
    shared.retainAll(analyses.of(other).terms(language));
    return shared.size() >= least;
  }

  boolean asks(Message message) {
    return analyses.of(message).asks();
  }

  /** Whether a message begins by telling, not asking, and has a term of another. */
  boolean goesOn(Message before, Message message) {
    var analysis = analyses.of(message);
    return Stream.of(Language.values())
            .noneMatch(
                language ->
                    analysis.sentences(language).stream()
                        .limit(1)
                        .anyMatch(first -> first.sign() != QuestionSign.NONE))
        && analyses.of(before).shares(1, analysis);
  }

  List<Line> lines(Talk talk) {
    var lines = new ArrayList<Line>();
    var context = new ArrayList<LanguageSign>();
    int index = 0;
    for (var turn : talk.turns()) {
      int before = lines.size();
      for (var message : Corrections.withoutCorrected(turn.messages())) {
        var analysis = analyses.of(message);
        var around = context.subList(Math.max(0, context.size() - CONTEXT), context.size());
        var language = analysis.sign().among(around, channelLanguage);
        for (var sentence : Jests.without(analysis.sentences(language))) {
          lines.add(new Line(message, index, lines.size() == before, sentence));
        }
        context.add(analysis.sign());
      }
      index++;
    }
    return lines;
  }
}
