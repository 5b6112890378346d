package ponte.digest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/** Reads conversations sentence by sentence. */
final class Reading {

  private static final int CONTEXT = 5;

  private static final Pattern MARKS = Pattern.compile("[?!.…\\s)\"”]+$");

  private final Nlp nlp;
  private final Cleaner cleaner;
  private final Language channelLanguage;

  Reading(Nlp nlp, Language channelLanguage) {
    this.nlp = nlp;
    this.cleaner = new Cleaner(nlp);
    this.channelLanguage = channelLanguage;
  }

  List<Line> lines(Talk talk) {
    var lines = new ArrayList<Line>();
    var context = new ArrayDeque<String>();
    int index = 0;
    for (var turn : talk.turns()) {
      int before = lines.size();
      for (var message : turn.messages()) {
        var text = message.text().searchable();
        var language = nlp.language(text, List.copyOf(context), channelLanguage);
        for (var quote : cleaner.sentences(message.text(), language)) {
          lines.add(line(message, index, lines.size() == before, quote, language));
        }
        context.addLast(text);
        if (context.size() > CONTEXT) {
          context.removeFirst();
        }
      }
      index++;
    }
    return lines;
  }

  private Line line(Message message, int turn, boolean first, Quotable quote, Language language) {
    var sign = nlp.question(quote.plain(), language);
    return new Line(
        message,
        turn,
        first,
        quote,
        language,
        nlp.terms(quote.plain(), language),
        sign,
        sign == QuestionSign.MARK && isRising(quote.plain(), language));
  }

  /** English questions turn their words round; Italian ones often have their mark only. */
  private boolean isRising(String question, Language language) {
    return switch (language) {
      case ENGLISH ->
          !Cues.in(language).starts(Cue.ASKING, question)
              && nlp.question(MARKS.matcher(question).replaceAll(""), language)
                  == QuestionSign.NONE;
      case ITALIAN -> false;
    };
  }
}
