package ponte.slack.live;

import java.util.List;
import java.util.Map;
import ponte.nlp.Language;
import ponte.reply.Form;
import ponte.reply.Texts;

/** The form behind the shortcut that can be called from anywhere: one question to Ponte. */
final class QuestionForm {

  static final String KIND = "slack-question";

  private static final String QUESTION = "question";

  private QuestionForm() {}

  static Form in(Language language) {
    var texts = Texts.of("ponte.slack.live.texts", language);
    return new Form(
        KIND,
        texts.say("question.title"),
        List.of(
            new Form.Field(
                QUESTION,
                texts.say("question.label"),
                texts.say("question.hint"),
                Form.Kind.TEXT,
                List.of(),
                List.of(),
                true)),
        texts.say("question.submit"));
  }

  static String question(Map<String, List<String>> values) {
    return String.join(" ", values.getOrDefault(QUESTION, List.of()));
  }
}
